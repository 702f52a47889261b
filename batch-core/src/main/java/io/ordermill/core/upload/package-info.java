/**
 * The bytes as received: immutable, checksummed, in chunks of at most 1 MiB in the database. An upload is written in one
 * short transaction together with its operation and read back chunk by chunk, without holding a transaction.
 */
@NullMarked
package io.ordermill.core.upload;

import org.jspecify.annotations.NullMarked;
