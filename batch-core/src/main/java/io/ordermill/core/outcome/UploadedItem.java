package io.ordermill.core.outcome;

import io.ordermill.core.file.ItemBytes;

/**
 * An element as it was uploaded.
 *
 * @param itemIndex 0-based position in the file
 * @param json exactly as it stands in the file (UTF-8)
 * @param isObject false for an element that is no JSON object
 */
public record UploadedItem(int itemIndex, ItemBytes json, boolean isObject) {

    /** Without the top-level members {@code itemIndex} and {@code errors} that a results file adds. */
    public UploadedItem resubmittable() {
        return isObject ? new UploadedItem(itemIndex, ResubmittableJson.of(json), true) : this;
    }
}
