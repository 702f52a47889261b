package io.ordermill.api.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** An operation as a person reads it. */
final class OperationText {

    private OperationText() {}

    /** {@code 0199…  Completed  1 saved, 4 failed  orders.json}. */
    static String line(Operation operation) {
        return operation.id() + "  " + operation.status() + "  " + counts(operation) + "  "
                + operation.text("fileName");
    }

    static String counts(Operation operation) {
        if (!operation.isCounted()) {
            return "not counted yet";
        }
        String saved = operation.isDryRun() ? "valid (dry run)" : "saved";
        String text = String.format(Locale.ROOT, "%d %s, %d failed", operation.saved(), saved, operation.failed());
        return operation.unprocessed() == 0 ? text : text + ", " + operation.unprocessed() + " unprocessed";
    }

    /** A line for each thing there is to tell. */
    static String details(Operation operation) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("operation", operation.id());
        details.put("status", status(operation));
        details.put("orders", counts(operation));
        details.put("progress", operation.isEnded() ? "" : ProgressText.of(operation));
        details.put("failure", failure(operation));
        details.put("file", operation.text("fileName"));
        details.put("label", operation.text("label"));
        details.put("company", operation.text("companyId"));
        details.put("submitted", operation.text("submittedAt") + " by " + operation.text("submittedBy"));
        details.put("started", operation.text("startedAt"));
        details.put("finished", operation.text("finishedAt"));
        details.put("expected", operation.text("estimatedFinishAt"));
        details.put("retry of", operation.text("retryOf"));
        details.put("retried by", operation.text("retriedBy"));
        return details.entrySet().stream()
                .filter(detail -> !detail.getValue().isEmpty())
                .map(detail -> String.format(Locale.ROOT, "%-11s%s", detail.getKey(), detail.getValue()))
                .collect(Collectors.joining("\n"));
    }

    /** Empty unless the operation has failed as a whole. */
    static String failure(Operation operation) {
        Json failure = operation.document().member("failure");
        if (!failure.isObject()) {
            return "";
        }
        String place = failure.member("line").isNumber()
                ? " (line " + failure.text("line") + ", column " + failure.text("column") + ")"
                : "";
        return failure.text("code") + ": " + failure.text("message") + place;
    }

    private static String status(Operation operation) {
        String result = operation.text("processorResult");
        return result.isEmpty() || result.equals(operation.status())
                ? operation.status()
                : operation.status() + ", " + result;
    }
}
