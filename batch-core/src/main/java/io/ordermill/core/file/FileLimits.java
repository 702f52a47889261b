package io.ordermill.core.file;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a file may hold at most; over it, the operation fails with {@code FILE_TOO_LARGE} and nothing is saved.
 *
 * @param maxDecompressedSize of the whole file; default 4 GiB, against decompression bombs
 * @param maxItems elements; default 400,000: the smallest order costs 4 database items, so no more could be admitted
 * @param maxItemSize text of one element; default 8 MiB: 1,000 lines with a text of 4,000 ASCII characters in each take half
 *     of it. Two operations at a time hold such an element twice each, and a heap of 128 MB has no room for more
 * @param maxValueSize one text or number; default 1 MiB
 * @param maxZstdWindow memory that a zstd file may ask its reader for; default 8 MiB, which every reader should grant (RFC
 *     8878, 3.1.1.1.2) and {@code zstd -19} keeps to. Over it is {@code CORRUPT_COMPRESSION}; the decoder's own limit is 128 MiB
 * @param maxDepth nesting, the array itself included; default 32, a file of orders needs 8. Deeper is {@code MALFORMED_FILE}
 */
@ConfigurationProperties("ordermill.file")
public record FileLimits(
        @DefaultValue("4GB") DataSize maxDecompressedSize,
        @DefaultValue("400000") int maxItems,
        @DefaultValue("8MB") DataSize maxItemSize,
        @DefaultValue("1MB") DataSize maxValueSize,
        @DefaultValue("8MB") DataSize maxZstdWindow,
        @DefaultValue("32") int maxDepth) {

    public FileLimits {
        requireSize("max-decompressed-size", maxDecompressedSize, Long.MAX_VALUE);
        requireSize("max-item-size", maxItemSize, Integer.MAX_VALUE / 4);
        requireSize("max-value-size", maxValueSize, Integer.MAX_VALUE / 4);
        requireSize("max-zstd-window", maxZstdWindow, 1 << 27);
        if (maxItems < 1 || maxDepth < 1) {
            throw new IllegalArgumentException("ordermill.file.max-items and max-depth must be positive");
        }
    }

    private static void requireSize(String name, DataSize size, long most) {
        if (size.toBytes() < 1 || size.toBytes() > most) {
            throw new IllegalArgumentException("ordermill.file." + name + " must be 1 … " + most + " bytes");
        }
    }
}
