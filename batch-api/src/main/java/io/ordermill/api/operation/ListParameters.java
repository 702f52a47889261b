package io.ordermill.api.operation;

import io.ordermill.api.security.Caller;
import io.ordermill.api.web.Cursor;
import io.ordermill.api.web.QueryParameters;
import io.ordermill.core.operation.OperationFilter;
import io.ordermill.core.operation.OperationStatus;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants listed.
 *
 * @param filter asks for one operation more than the page holds, to know whether there are more
 */
record ListParameters(OperationFilter filter, int pageSize) {

    private static final int DEFAULT_PAGE_SIZE = 50;
    private static final int MAX_PAGE_SIZE = 200;

    static ListParameters of(HttpServletRequest request, Caller caller, Clock clock) {
        QueryParameters query = QueryParameters.of(
                request,
                Set.of("status"),
                "companyId",
                "label",
                "timeFrom",
                "timeWindow",
                "submittedBy",
                "pageSize",
                "cursor");
        Set<OperationStatus> statuses =
                query.all("status").stream().map(ListParameters::status).collect(Collectors.toSet());
        TimeRange range = TimeRange.of(query.text("timeFrom"), query.text("timeWindow"), clock);
        int pageSize = query.between("pageSize", DEFAULT_PAGE_SIZE, 1, MAX_PAGE_SIZE);
        UUID before = before(query.text("cursor"));
        OperationFilter filter = new OperationFilter(
                companies(query.text("companyId"), caller),
                statuses,
                query.text("label"),
                query.text("submittedBy"),
                range.from(),
                range.until(),
                before,
                pageSize + 1);
        return new ListParameters(filter, pageSize);
    }

    private static Set<String> companies(@Nullable String companyId, Caller caller) {
        return companyId == null ? caller.companyIds() : Set.of(caller.company(companyId));
    }

    private static OperationStatus status(String value) {
        return OperationStatus.find(value)
                .orElseThrow(() -> QueryParameters.invalid("The query parameter status must be the name or letter of a"
                        + " status, such as InProgress or W."));
    }

    private static @Nullable UUID before(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return UUID.fromString(Cursor.decode(cursor));
        } catch (IllegalArgumentException noId) {
            throw Cursor.foreign();
        }
    }
}
