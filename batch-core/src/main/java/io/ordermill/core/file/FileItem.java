package io.ordermill.core.file;

import org.jspecify.annotations.Nullable;

/**
 * One element of the array.
 *
 * @param index 0-based position in the file
 * @param json the element's exact bytes (UTF-8)
 * @param value what the {@link ItemParser} made of it
 */
@SuppressWarnings("ArrayRecordComponent") // carried through unread; copying or comparing it would be waste
public record FileItem<T extends @Nullable Object>(int index, byte[] json, T value) {}
