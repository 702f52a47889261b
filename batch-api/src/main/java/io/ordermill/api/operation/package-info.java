/**
 * Following an operation: its status, the list, cancel, and the gauge of what is open. Reads the operation's own record only,
 * so an answer never runs ahead of what is stored.
 */
@NullMarked
package io.ordermill.api.operation;

import org.jspecify.annotations.NullMarked;
