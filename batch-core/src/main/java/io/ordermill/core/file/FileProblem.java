package io.ordermill.core.file;

import org.jspecify.annotations.Nullable;

/**
 * Why a file cannot be imported at all, and where.
 *
 * @param itemIndex 0-based element in which, or before which, it broke; null where it broke outside the array
 * @param line 1-based; null where no text was reached
 * @param column 1-based, in characters
 * @param byteOffset 0-based, in the decompressed file
 */
public record FileProblem(
        Kind kind,
        String message,
        @Nullable Integer itemIndex,
        @Nullable Integer line,
        @Nullable Integer column,
        @Nullable Long byteOffset) {

    /** The names are failure codes of the HTTP contract. */
    public enum Kind {
        MALFORMED_FILE,
        CORRUPT_COMPRESSION,
        FILE_TOO_LARGE
    }
}
