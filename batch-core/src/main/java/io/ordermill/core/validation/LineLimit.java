package io.ordermill.core.validation;

import io.ordermill.core.order.ErrorCode;

/** Seed 001, POST_003; the text is the seed's. */
final class LineLimit {

    private LineLimit() {}

    static void check(Facts facts, Findings findings) {
        int lines = facts.draft().lineCount();
        if (lines > facts.maxLines()) {
            findings.add(
                    ErrorCode.LINE_LIMIT_EXCEEDED,
                    "/orderLines",
                    "The number of detail lines per order exceeds the maximum allowed limit of " + facts.maxLines()
                            + ".",
                    lines);
        }
    }
}
