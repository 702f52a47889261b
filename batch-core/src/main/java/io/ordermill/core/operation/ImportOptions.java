package io.ordermill.core.operation;

import org.jspecify.annotations.Nullable;

/**
 * What the caller chose at submission.
 *
 * @param skipWorkflow picks the limits; false also makes one workflow task per saved detail line
 * @param ignoreUnknownFields true: a member the order model does not have is dropped; false: it is an error of its order
 * @param label the caller's own text, at most 200 characters
 * @param dryRun true: everything is judged and nothing saved
 * @param maxErrors the import fails once so many orders have; null for no such limit
 */
public record ImportOptions(
        boolean skipWorkflow,
        boolean ignoreUnknownFields,
        @Nullable String label,
        boolean dryRun,
        ErrorPolicy errorPolicy,
        @Nullable Integer maxErrors) {

    /** What is done where nothing else is asked for. */
    public ImportOptions(boolean skipWorkflow, boolean ignoreUnknownFields, @Nullable String label) {
        this(skipWorkflow, ignoreUnknownFields, label, false, ErrorPolicy.PARTIAL, null);
    }

    public boolean isAtomic() {
        return errorPolicy == ErrorPolicy.ATOMIC;
    }

    /** Orders are judged as if they were saved, page by page, and are not; an atomic import saves them afterwards. */
    public boolean isRehearsed() {
        return dryRun || isAtomic();
    }
}
