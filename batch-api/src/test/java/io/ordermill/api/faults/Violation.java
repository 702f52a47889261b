package io.ordermill.api.faults;

/** One broken promise, and where it is seen. */
record Violation(Invariant invariant, String seen) {

    @Override
    public String toString() {
        return "%s (%s): %s".formatted(invariant, invariant.promise(), seen);
    }
}
