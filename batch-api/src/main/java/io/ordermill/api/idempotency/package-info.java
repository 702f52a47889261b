/**
 * {@code Idempotency-Key}: a request that creates an operation, sent again with the same key, gets the first answer again.
 *
 * <p>Equal requests that come at the same moment follow each other: within this process by {@link
 * io.ordermill.api.idempotency.Turns}, so that waiting takes no database connection; between processes by the primary key
 * of the database, which decides in any case. Keys are looked at only when a request has arrived whole, so of two equal
 * ones the first to arrive whole is carried out, whichever began earlier.
 */
@NullMarked
package io.ordermill.api.idempotency;

import org.jspecify.annotations.NullMarked;
