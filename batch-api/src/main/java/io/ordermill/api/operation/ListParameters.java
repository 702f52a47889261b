package io.ordermill.api.operation;

import io.ordermill.api.security.Caller;
import io.ordermill.api.web.QueryParameters;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationFilter;
import io.ordermill.core.operation.OperationStatus;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants listed.
 *
 * @param filter asks for one operation more than the page holds, to know whether there are more
 * @param filters what was asked for, in one text
 */
record ListParameters(OperationFilter filter, int pageSize, String filters) {

    private static final int DEFAULT_PAGE_SIZE = 50;
    private static final int MAX_PAGE_SIZE = 200;
    private static final String[] FILTERS = {"companyId", "label", "timeFrom", "timeWindow", "submittedBy"};

    static ListParameters of(HttpServletRequest request, Caller caller, Clock clock) {
        QueryParameters query = QueryParameters.of(
                request,
                Set.of("status"),
                Stream.concat(Stream.of(FILTERS), Stream.of("pageSize", "cursor"))
                        .toArray(String[]::new));
        Set<OperationStatus> statuses =
                query.all("status").stream().map(ListParameters::status).collect(Collectors.toSet());
        TimeRange range = TimeRange.of(query.text("timeFrom"), query.text("timeWindow"), clock);
        int pageSize = query.between("pageSize", DEFAULT_PAGE_SIZE, 1, MAX_PAGE_SIZE);
        String filters = text(query, statuses);
        String given = query.text("cursor");
        ListCursor cursor = given == null ? null : ListCursor.of(given, filters);
        OperationFilter filter = new OperationFilter(
                companies(query.text("companyId"), caller),
                statuses,
                query.text("label"),
                query.text("submittedBy"),
                cursor == null ? range.from() : cursor.from(),
                range.until(),
                cursor == null ? null : cursor.before(),
                pageSize + 1);
        return new ListParameters(filter, pageSize, filters);
    }

    /** Where the next page begins, after an operation. */
    String after(Operation operation) {
        return new ListCursor(operation.operationId(), filter.from()).position(filters);
    }

    // Values have no control characters, so no two filters have the same text.
    private static String text(QueryParameters query, Set<OperationStatus> statuses) {
        String others = Stream.of(FILTERS)
                .map(name -> query.text(name) == null ? "" : query.text(name))
                .collect(Collectors.joining("\n"));
        return statuses.stream().map(OperationStatus::code).sorted().collect(Collectors.joining()) + "\n" + others;
    }

    private static Set<String> companies(@Nullable String companyId, Caller caller) {
        return companyId == null ? caller.companyIds() : Set.of(caller.company(companyId));
    }

    private static OperationStatus status(String value) {
        return OperationStatus.find(value)
                .orElseThrow(() -> QueryParameters.invalid("The query parameter status must be the name or letter of a"
                        + " status, such as InProgress or W."));
    }
}
