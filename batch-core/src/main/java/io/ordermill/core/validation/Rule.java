package io.ordermill.core.validation;

/** One thing that must hold for an order. Pure: looks at the facts alone and reports what it finds. */
@FunctionalInterface
interface Rule {

    void check(Facts facts, Findings findings);

    /** Line by line, so that the errors of a line stand together. */
    static Rule perLine(LineRule... rules) {
        return (facts, findings) -> {
            for (LineFacts line : facts.lines()) {
                for (LineRule rule : rules) {
                    rule.check(line, findings);
                }
            }
        };
    }

    /** One thing that must hold for a detail line. */
    @FunctionalInterface
    interface LineRule {
        void check(LineFacts line, Findings findings);
    }
}
