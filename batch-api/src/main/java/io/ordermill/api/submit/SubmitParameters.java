package io.ordermill.api.submit;

import io.ordermill.api.web.QueryParameters;
import io.ordermill.core.operation.ErrorPolicy;
import io.ordermill.core.operation.ImportOptions;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a caller chose for a batch.
 *
 * @param companyId null for the client's default company
 */
record SubmitParameters(@Nullable String companyId, ImportOptions options) {

    private static final int MAX_LABEL_LENGTH = 200;
    private static final int MOST_ERRORS = 999_999_999;

    static SubmitParameters of(HttpServletRequest request) {
        QueryParameters query = QueryParameters.of(
                request, "companyId", "skipWorkflow", "unknownFields", "label", "dryRun", "errorPolicy", "maxErrors");
        String unknownFields = query.oneOf("unknownFields", "reject", "reject", "ignore");
        return new SubmitParameters(
                query.text("companyId"),
                new ImportOptions(
                        query.flag("skipWorkflow", false),
                        unknownFields.equals("ignore"),
                        label(query),
                        query.flag("dryRun", false),
                        ErrorPolicy.ofCode(query.oneOf("errorPolicy", "partial", "partial", "atomic")),
                        maxErrors(query)));
    }

    private static @Nullable String label(QueryParameters query) {
        String label = query.text("label");
        if (label != null && label.codePointCount(0, label.length()) > MAX_LABEL_LENGTH) {
            throw QueryParameters.invalid(
                    "The query parameter label is longer than " + MAX_LABEL_LENGTH + " characters.");
        }
        return label;
    }

    private static @Nullable Integer maxErrors(QueryParameters query) {
        return query.text("maxErrors") == null ? null : query.between("maxErrors", 1, 1, MOST_ERRORS);
    }
}
