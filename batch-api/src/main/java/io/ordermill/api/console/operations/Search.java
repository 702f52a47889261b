package io.ordermill.api.console.operations;

import io.ordermill.api.operation.ListCursor;
import io.ordermill.api.operation.OperationLookup;
import io.ordermill.api.security.Caller;
import io.ordermill.api.web.QueryParameters;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationFilter;
import io.ordermill.core.operation.OperationStatus;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody looks for in the list. All of it is in the address, so that it can be kept, shared and gone back to.
 *
 * <p>What is public is for the template, which reaches nothing else.
 *
 * @param asked what the address says, in one order and without the page
 * @param cursor of the page; null for the first
 * @param filter asks for one operation more than a page holds, to know whether there are more
 */
record Search(Map<String, String> asked, @Nullable String cursor, OperationFilter filter) {

    static final int PAGE_SIZE = 50;

    private static final String PATH = "/console/operations";
    private static final String[] FILTERS = {
        "state", "errors", "mine", "today", "companyId", "label", "id", "from", "until", "zone"
    };
    private static final String[] PARAMETERS =
            Stream.concat(Stream.of(FILTERS), Stream.of("cursor")).toArray(String[]::new);
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;
    private static final String RUNNING = "running";
    private static final String FAILED = "failed";

    static Search of(HttpServletRequest request, Caller caller, Clock clock) {
        QueryParameters query = QueryParameters.ofForm(request, PARAMETERS);
        Map<String, String> asked = asked(query);
        ZoneId zone = zone(query.text("zone"));
        String given = query.text("cursor");
        ListCursor cursor = given == null ? null : ListCursor.of(given, text(asked));
        Instant from = query.flag("today", false)
                ? LocalDate.ofInstant(clock.instant(), zone).atStartOfDay(zone).toInstant()
                : instant("from", query.text("from"), zone);
        return new Search(
                asked,
                given,
                new OperationFilter(
                        companies(query.text("companyId"), caller),
                        statuses(query.oneOf("state", "any", RUNNING, FAILED)),
                        query.text("label"),
                        query.flag("mine", false) ? caller.clientId() : null,
                        cursor == null ? from : cursor.from(),
                        instant("until", query.text("until"), zone),
                        id(query.text("id")),
                        query.flag("errors", false),
                        cursor == null ? null : cursor.before(),
                        PAGE_SIZE + 1));
    }

    /** Where the next page begins, after an operation. */
    String after(Operation operation) {
        return new ListCursor(operation.operationId(), filter.from()).position(text(asked));
    }

    /** The address of this very page. */
    public String here() {
        return cursor == null ? path() : pathAt(cursor);
    }

    /** The address of this search, at its first page. */
    public String path() {
        return path(asked);
    }

    /** The address of the page that a cursor gives. */
    public String pathAt(String cursor) {
        return path(with(asked, "cursor", cursor));
    }

    /** The address of the search with one thing more asked for; or with that one less, where it is asked for already. */
    public String toggled(String name, String value) {
        return path(with(asked, name, has(name, value) ? null : value));
    }

    public boolean has(String name, String value) {
        return value.equals(asked.get(name));
    }

    /** Whether anything at all is asked for. */
    public boolean isNarrowed() {
        return asked.keySet().stream().anyMatch(name -> !name.equals("zone"));
    }

    private static String path(Map<String, String> parameters) {
        UriComponentsBuilder path = UriComponentsBuilder.fromPath(PATH);
        parameters.keySet().forEach(name -> path.queryParam(name, "{" + name + "}"));
        return path.encode().buildAndExpand(parameters).toUriString();
    }

    private static Map<String, String> with(Map<String, String> asked, String name, @Nullable String value) {
        Map<String, String> changed = new LinkedHashMap<>(asked);
        changed.remove(name);
        if (value != null) {
            changed.put(name, value);
        }
        return changed;
    }

    private static Map<String, String> asked(QueryParameters query) {
        Map<String, String> asked = new LinkedHashMap<>();
        for (String name : FILTERS) {
            String value = query.text(name);
            if (value != null) {
                asked.put(name, value);
            }
        }
        return asked;
    }

    // Values have no control characters, so no two searches have the same text.
    private static String text(Map<String, String> asked) {
        return asked.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining("\n"));
    }

    private static Set<String> companies(@Nullable String companyId, Caller caller) {
        return companyId == null ? caller.companyIds() : Set.of(caller.company(companyId));
    }

    private static Set<OperationStatus> statuses(String state) {
        return switch (state) {
            case RUNNING ->
                EnumSet.allOf(OperationStatus.class).stream()
                        .filter(status -> !status.isTerminal())
                        .collect(Collectors.toSet());
            case FAILED -> Set.of(OperationStatus.FAILED);
            default -> Set.of();
        };
    }

    private static ZoneId zone(@Nullable String zone) {
        try {
            return ZoneId.of(zone == null ? "UTC" : zone);
        } catch (DateTimeException unknown) {
            throw QueryParameters.invalid("The time zone is not known here.");
        }
    }

    private static @Nullable Instant instant(String name, @Nullable String text, ZoneId zone) {
        try {
            LocalDateTime local = text == null ? null : LocalDateTime.parse(text);
            if (local != null && (local.getYear() < FIRST_YEAR || local.getYear() > LAST_YEAR)) {
                throw new DateTimeException("out of range");
            }
            return local == null ? null : local.atZone(zone).toInstant();
        } catch (DateTimeException unreadable) {
            throw QueryParameters.invalid("The time «" + name + "» must be a date and a time of day.");
        }
    }

    private static @Nullable UUID id(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return OperationLookup.parse(text.strip())
                .orElseThrow(() -> QueryParameters.invalid(
                        "An operation's id has 36 characters, such as" + " 01998f3a-6c1e-7b02-a3f4-5d6e7f809112."));
    }
}
