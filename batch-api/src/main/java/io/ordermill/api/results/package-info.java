/**
 * What became of the orders of an operation, streamed in file order: a {@link io.ordermill.api.results.ResultSource} of
 * elements (failed, saved, unprocessed), written element by element in the {@link io.ordermill.api.results.ResultFormat} the
 * caller accepts. A result of any size takes the memory of one page, which is bounded by bytes, and holds no database
 * connection while a slow caller reads.
 */
@NullMarked
package io.ordermill.api.results;

import org.jspecify.annotations.NullMarked;
