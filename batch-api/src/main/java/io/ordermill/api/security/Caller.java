package io.ordermill.api.security;

import io.ordermill.api.client.Client;
import io.ordermill.api.client.Scope;
import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import java.io.Serial;
import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The client behind the current request, with what it may do now.
 *
 * @param companyIds the companies it may work in, the default one included
 */
public record Caller(String clientId, Set<Scope> scopes, String defaultCompanyId, Set<String> companyIds)
        implements AuthenticatedPrincipal, Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    static Caller of(Client client, Set<Scope> scopes) {
        return new Caller(client.clientId(), scopes, client.defaultCompanyId(), client.companyIds());
    }

    public boolean has(Scope scope) {
        return scopes.contains(scope);
    }

    public boolean mayWorkIn(String companyId) {
        return companyIds.contains(companyId);
    }

    /**
     * The company a call is for.
     *
     * @param requested null for the default company
     * @throws ProblemException 403 where the company is unknown or not the caller's (seed 001, POST_008)
     */
    public String company(@Nullable String requested) {
        if (requested == null) {
            return defaultCompanyId;
        }
        if (!mayWorkIn(requested)) {
            throw notAuthorized();
        }
        return requested;
    }

    /** The refusal of a company or a call that is not for this client. */
    public static ProblemException notAuthorized() {
        return new ProblemException(ProblemCode.FORBIDDEN, "User is not authorized");
    }

    @Override
    public String getName() {
        return clientId;
    }
}
