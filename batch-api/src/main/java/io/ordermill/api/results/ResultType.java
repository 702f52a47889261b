package io.ordermill.api.results;

import io.ordermill.api.web.QueryParameters;
import java.util.Arrays;
import java.util.List;

/** Which orders a result lists. */
public enum ResultType {
    /** Refused, with what is wrong with them. */
    FAILED("failed", FailedElement.COLUMNS),
    /** Saved, in short. */
    SUCCESS("success", SavedElement.COLUMNS),
    /** Never judged. */
    UNPROCESSED("unprocessed", UnprocessedElement.COLUMNS);

    private final String label;
    private final List<String> columns;

    ResultType(String label, List<String> columns) {
        this.label = label;
        this.columns = columns;
    }

    /** As callers write it. */
    String label() {
        return label;
    }

    /** The header line of its table. */
    List<String> columns() {
        return columns;
    }

    /** As asked for in the parameter {@code type}; without it, the failed ones. */
    public static ResultType of(QueryParameters query) {
        String[] labels = Arrays.stream(values()).map(ResultType::label).toArray(String[]::new);
        String asked = query.oneOf("type", FAILED.label, labels);
        return values()[List.of(labels).indexOf(asked)];
    }
}
