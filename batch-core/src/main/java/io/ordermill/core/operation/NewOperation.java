package io.ordermill.core.operation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an operation when it is submitted.
 *
 * @param retryOf the operation whose orders this one takes up; null for one that is no retry
 */
public record NewOperation(
        String companyId,
        String submittedBy,
        ImportOptions options,
        @Nullable String fileName,
        UUID uploadId,
        @Nullable UUID retryOf) {

    /** One that is no retry. */
    public NewOperation(
            String companyId, String submittedBy, ImportOptions options, @Nullable String fileName, UUID uploadId) {
        this(companyId, submittedBy, options, fileName, uploadId, null);
    }
}
