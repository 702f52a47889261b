/**
 * The pages on which what is wrong with the orders of an operation is looked at: errors grouped by what they say, the orders of
 * a group, and one order as JSON with the offending members marked. Whatever an order holds is shown as text, shortened where
 * it is long, with characters that do not show themselves written as escapes.
 */
@NullMarked
package io.ordermill.api.console.errors;

import org.jspecify.annotations.NullMarked;
