package io.ordermill.api.cli;

import java.util.Set;

/** An operation as the server described it. */
record Operation(Json document) {

    private static final Set<String> ENDED = Set.of("Completed", "Cancelled", "Failed");

    static String path(String id) {
        return "/v1/batch-operations/" + Query.encoded(id);
    }

    String id() {
        return text("batchRequestId");
    }

    String status() {
        return text("status");
    }

    boolean isEnded() {
        return ENDED.contains(status());
    }

    /** Of one that has ended; one that has not has failed in nothing yet. */
    ExitCode outcome() {
        return switch (status()) {
            case "Completed" -> failed() == 0 ? ExitCode.ALL_SAVED : ExitCode.SOME_FAILED;
            case "Cancelled", "Failed" -> ExitCode.FAILED;
            default -> ExitCode.ALL_SAVED;
        };
    }

    long saved() {
        return number("succeededItems");
    }

    long failed() {
        return number("validationErrorCount");
    }

    long unprocessed() {
        return number("unprocessedItems");
    }

    long processed() {
        return number("processedItems");
    }

    long total() {
        return number("totalItems");
    }

    /** Whether the file has been read, so that it is known how many orders there are. */
    boolean isCounted() {
        return document.member("totalItems").isNumber();
    }

    boolean isDryRun() {
        return document.flag("dryRun");
    }

    double percent() {
        return document.number("progressPercent");
    }

    /** Empty where the server says null. */
    String text(String member) {
        return document.text(member);
    }

    private long number(String member) {
        return (long) document.number(member);
    }
}
