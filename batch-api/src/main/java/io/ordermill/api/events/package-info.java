/**
 * An operation followed without asking again and again: Server-Sent Events, one per change, the last one terminal.
 *
 * <p>However many listeners a process has, it looks at the database four times a second with one query for all of them, and
 * holds no thread for any of them. The table is looked at, not a channel of the database, so it does not matter which process
 * works on the operation. An event's id is the entity tag of the same answer at {@code …/status}: a listener that comes back
 * with it, to whichever process, gets what it has not seen, and one that saw the end is told with 204 to stay away.
 */
@NullMarked
package io.ordermill.api.events;

import org.jspecify.annotations.NullMarked;
