package io.ordermill.api.web;

import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The query string of a request, read strictly: a parameter that is unknown, repeated or empty is an error, for a caller who
 * mistyped {@code skipWorkflow} must not find out by the tasks it made.
 */
public final class QueryParameters {

    private final Map<String, List<String>> values;

    private QueryParameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /** Reads parameters of which each may be given once. */
    public static QueryParameters of(HttpServletRequest request, String... known) {
        return of(request, Set.of(), known);
    }

    /**
     * Reads parameters.
     *
     * @param repeatable those that may also be given more than once
     * @param known those that may be given once
     */
    public static QueryParameters of(HttpServletRequest request, Set<String> repeatable, String... known) {
        return of(pairs(request.getQueryString()), repeatable, known);
    }

    /** Reads parameters as a browser sends a form: a field that was left empty is not given. */
    public static QueryParameters ofForm(HttpServletRequest request, String... known) {
        return of(
                pairs(request.getQueryString()).stream()
                        .filter(pair -> !pair.endsWith("="))
                        .toList(),
                Set.of(),
                known);
    }

    private static QueryParameters of(List<String> pairs, Set<String> repeatable, String... known) {
        Set<String> once = Set.of(known);
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            if (!once.contains(name) && !repeatable.contains(name)) {
                throw unknown(name, once, repeatable);
            }
            List<String> given = values.computeIfAbsent(name, any -> new ArrayList<>());
            given.add(checked(name, decode(equals < 0 ? "" : pair.substring(equals + 1))));
            if (given.size() > 1 && once.contains(name)) {
                throw invalid("The query parameter " + name + " is given more than once.");
            }
        }
        return new QueryParameters(values);
    }

    /** All parameters as given, in an order that is not the caller's: equal for requests that ask for the same. */
    public static String sorted(HttpServletRequest request) {
        return pairs(request.getQueryString()).stream()
                .map(QueryParameters::decode)
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    public @Nullable String text(String name) {
        return values.containsKey(name) ? all(name).get(0) : null;
    }

    /** Every value of a repeatable parameter. */
    public List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    /** A parameter that has one of a few values. */
    public String oneOf(String name, String defaultValue, String... allowed) {
        String value = text(name);
        if (value == null) {
            return defaultValue;
        }
        if (!List.of(allowed).contains(value)) {
            throw invalid("The query parameter " + name + " must be " + String.join(" or ", allowed) + ".");
        }
        return value;
    }

    public boolean flag(String name, boolean defaultValue) {
        return Boolean.parseBoolean(oneOf(name, Boolean.toString(defaultValue), "true", "false"));
    }

    /** A whole number between two bounds, both inclusive. */
    public int between(String name, int defaultValue, int min, int max) {
        String value = text(name);
        if (value == null) {
            return defaultValue;
        }
        if (value.matches("[0-9]{1,9}") && Integer.parseInt(value) >= min && Integer.parseInt(value) <= max) {
            return Integer.parseInt(value);
        }
        throw invalid("The query parameter " + name + " must be a whole number from " + min + " to " + max + ".");
    }

    /** The refusal of a parameter's value. */
    public static ProblemException invalid(String detail) {
        return new ProblemException(ProblemCode.INVALID_PARAMETER, detail);
    }

    private static List<String> pairs(@Nullable String query) {
        return query == null
                ? List.of()
                : List.of(query.split("&", -1)).stream()
                        .filter(pair -> !pair.isEmpty())
                        .toList();
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw invalid("The query string has a broken percent escape.");
        }
    }

    private static String checked(String name, String value) {
        if (value.isEmpty()) {
            throw invalid("The query parameter " + name + " is empty.");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw invalid("The query parameter " + name + " has a control character.");
        }
        return value;
    }

    private static ProblemException unknown(String name, Set<String> once, Set<String> repeatable) {
        Set<String> known = new TreeSet<>(once);
        known.addAll(repeatable);
        String shown = name.length() > 50 ? name.substring(0, 50) + "…" : name;
        return invalid("There is no query parameter " + shown + " here; "
                + (known.isEmpty() ? "this call takes none." : "this call takes " + String.join(", ", known) + "."));
    }
}
