/**
 * The sales order: as a record, as JSON in and out, and in the store.
 *
 * <p>An order lives in three states, each a type of its own: {@link io.ordermill.core.order.DraftOrder} (what was given,
 * with what was wrong in its syntax), {@link io.ordermill.core.order.ValidOrder} (judged, defaults filled, postings
 * computed) and a row of {@code sales_order}. {@link io.ordermill.core.order.OrderPageWriter} turns one page of judged
 * items into rows; it runs inside its caller's transaction and decides what only the store can decide: numbers taken,
 * the row limit, number series, posting cycles.
 */
@NullMarked
package io.ordermill.core.order;

import org.jspecify.annotations.NullMarked;
