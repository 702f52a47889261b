/**
 * What became of the orders of an operation that has ended, streamed in file order: page by page from the store straight into
 * the response, so that a result of any size takes the memory of one page and holds no database connection while a slow
 * caller reads.
 */
@NullMarked
package io.ordermill.api.results;

import org.jspecify.annotations.NullMarked;
