/**
 * Remembers what a client has asked for under a key of its own, so that a request sent twice is carried out once. Who comes
 * first is decided by the primary key of one table, and so alike for any number of processes. The key is taken and the
 * operation created in one transaction: a request that breaks off leaves its key free.
 */
@NullMarked
package io.ordermill.core.idempotency;

import org.jspecify.annotations.NullMarked;
