package io.ordermill.core.file;

import org.jspecify.annotations.Nullable;

/**
 * One element of the array.
 *
 * @param index 0-based position in the file
 * @param json the element exactly as it stands in the file (UTF-8)
 * @param value what the {@link ItemParser} made of it
 */
public record FileItem<T extends @Nullable Object>(int index, ItemBytes json, T value) {}
