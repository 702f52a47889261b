package io.ordermill.core.operation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of an operation when it is submitted. */
public record NewOperation(
        String companyId,
        String submittedBy,
        ImportOptions options,
        @Nullable String fileName,
        UUID uploadId) {}
