/**
 * Who is to be told of the end of operations, and what became of telling them: webhooks, their deliveries and attempts. Knows
 * which addresses may be called; calls none.
 *
 * <p>The outbox is the row of the operation. An operation that has ended and is not announced becomes one delivery for each
 * webhook that asked for it, in one transaction with the mark that it is announced. Secrets are stored as they are, for a
 * signature needs them; they leave the process only once, in the answer that made them.
 */
@NullMarked
package io.ordermill.core.webhook;

import org.jspecify.annotations.NullMarked;
