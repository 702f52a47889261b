package io.ordermill.core.operation;

import org.jspecify.annotations.Nullable;

/**
 * Why an operation failed.
 *
 * @param itemIndex 0-based element of the file, as far as one can be named
 * @param line 1-based
 * @param column 1-based
 * @param byteOffset 0-based, in the decompressed file
 */
public record OperationFailure(
        Code code,
        String message,
        @Nullable Integer itemIndex,
        @Nullable Integer line,
        @Nullable Integer column,
        @Nullable Long byteOffset) {

    public enum Code {
        /** Not a JSON array in UTF-8, or broken on the way to its end. Cure: send a whole, valid file. */
        MALFORMED_FILE,
        /** The gzip or zstd stream is truncated, damaged or followed by other bytes. Cure: compress and send again. */
        CORRUPT_COMPRESSION,
        /** Over a limit of size, item count or value length. Cure: split the file. */
        FILE_TOO_LARGE,
        /** As many orders failed as the caller wanted to see at most. Cure: mend those reported; see what they have in common. */
        TOO_MANY_ERRORS,
        /** The stored bytes are not those that were received. Cure: submit again; tell the operator of the database. */
        INPUT_CHANGED,
        /** Several attempts ended without one more page. Cure: the worker's log names the reason; submit again. */
        WORKER_CRASHED,
        /** The product contradicted itself. Cure: report it; the worker's log has the details. */
        INTERNAL_ERROR
    }

    public static OperationFailure of(Code code, String message) {
        return new OperationFailure(code, message, null, null, null, null);
    }
}
