package io.ordermill.core.operation;

import org.jspecify.annotations.Nullable;

/**
 * What the caller chose at submission.
 *
 * @param skipWorkflow picks the limits; false also makes one workflow task per saved detail line
 * @param ignoreUnknownFields true: a member the order model does not have is dropped; false: it is an error of its order
 * @param label the caller's own text, at most 200 characters
 */
public record ImportOptions(
        boolean skipWorkflow,
        boolean ignoreUnknownFields,
        @Nullable String label) {}
