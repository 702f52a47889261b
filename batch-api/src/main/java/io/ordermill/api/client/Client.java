package io.ordermill.api.client;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A program that may call.
 *
 * @param companyIds the companies it may work in, the default one included
 */
public record Client(String clientId, Set<Scope> scopes, String defaultCompanyId, Set<String> companyIds) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0,63}");

    public Client {
        scopes = Set.copyOf(scopes);
        Set<String> all = new TreeSet<>(companyIds);
        all.add(defaultCompanyId);
        companyIds = Set.copyOf(all);
    }

    /** Whether a text can be a client's or a company's id: such that it needs no escape in URLs and headers. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }
}
