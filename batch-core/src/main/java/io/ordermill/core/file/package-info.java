/**
 * The uploaded file as a stream of items: decompression to the very end, strict UTF-8, JSON syntax, limits, and the exact
 * bytes of each element. Knows nothing of orders.
 *
 * <p>A file is read twice. {@link io.ordermill.core.file.FileInspector} reads it in full before anything is saved and
 * alone decides whether it is readable; {@link io.ordermill.core.file.ItemReader} then walks the same, immutable bytes
 * item by item.
 */
@NullMarked
package io.ordermill.core.file;

import org.jspecify.annotations.NullMarked;
