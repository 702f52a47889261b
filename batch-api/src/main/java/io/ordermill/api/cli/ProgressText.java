package io.ordermill.api.cli;

import java.util.Locale;

/** Progress in words: {@code 26,000 of 50,000 orders, 2 failed, 8,100/s}. */
final class ProgressText {

    private ProgressText() {}

    static String of(Operation operation) {
        if (!operation.isCounted()) {
            return operation.status().equals("Pending") ? "waiting in the queue" : "reading the file";
        }
        return String.format(Locale.ROOT, "%,d of %,d orders", operation.processed(), operation.total())
                + failed(operation)
                + rate(operation);
    }

    private static String failed(Operation operation) {
        return operation.failed() == 0 ? "" : String.format(Locale.ROOT, ", %,d failed", operation.failed());
    }

    private static String rate(Operation operation) {
        Json document = operation.document();
        return document.member("itemsPerSecond").isNumber()
                ? String.format(Locale.ROOT, ", %,.0f/s", document.number("itemsPerSecond"))
                : "";
    }
}
