package io.ordermill.core.operation;

import org.springframework.util.unit.DataSize;

/** How large an uploaded file is, as far as waiting goes: smaller ones need not wait for larger ones. */
public enum SizeClass {
    /** Up to 1 MB. */
    SMALL(DataSize.ofMegabytes(1)),
    /** Up to 16 MB. */
    MEDIUM(DataSize.ofMegabytes(16)),
    LARGE(DataSize.ofBytes(Long.MAX_VALUE));

    private final long most;

    SizeClass(DataSize most) {
        this.most = most.toBytes();
    }

    /**
     * The class of a file.
     *
     * @param uploadSize bytes as sent
     */
    public static SizeClass of(long uploadSize) {
        if (uploadSize <= SMALL.most) {
            return SMALL;
        }
        return uploadSize <= MEDIUM.most ? MEDIUM : LARGE;
    }
}
