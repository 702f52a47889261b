/**
 * Deleting operations that have ended, whole or in parts: the bytes that were uploaded, the results, the record itself.
 * Saved orders are nobody's part: they stay and keep the id of the operation they came by. What belongs to an operation
 * refers to it by a foreign key that deletes it along.
 */
@NullMarked
package io.ordermill.core.retention;

import org.jspecify.annotations.NullMarked;
