/**
 * The sales order: as a record, as JSON in and out, and in the store.
 *
 * <p>An order lives in three states, each a type of its own: {@link io.ordermill.core.order.DraftOrder} (what was given,
 * with what was wrong in its syntax), {@link io.ordermill.core.order.ValidOrder} (judged, defaults filled, postings
 * computed) and a row of {@code sales_order}.
 *
 * <h2>The page write</h2>
 *
 * <p>{@link io.ordermill.core.order.OrderPageWriter} turns one page of judged items into rows, inside its caller's
 * transaction, and decides what only the store can decide. A refusal is a value, never an exception; the one
 * exception that is expected, a race lost for a key, does not get past its savepoint.
 *
 * <p>What needs no transaction is done before it, by the thread that reads ahead: {@code prepare} draws order ids, a page at
 * a time, and encodes rows ({@code BinaryRows}, for PostgreSQL's COPY), each order's apart, so that a refused one simply drops
 * out. What is left for the transaction:
 *
 * <ol>
 *   <li><b>Hold</b> ({@code CompanyHold}): the company's switches stay as they are until the page is committed.
 *   <li><b>Look</b> ({@code TakenKeys}): which numbers and watched external ids of the page's items, the refused ones
 *       included, belong to saved orders. One query by set for each.
 *   <li><b>Plan</b> ({@code PagePlanner}, pure): item by item in file order, each against the saved orders and those before
 *       it that are to be saved. Keys taken, no posting cycle left, no number left, then {@code RowAdmission}: an order is
 *       counted only when nothing else is held against it, so a later, smaller one may still fit.
 *   <li><b>Draw</b> ({@code NumberAllocator}, {@code PostingCycles}): exactly the numbers the plan lacks, a block for each
 *       series, and one posting cycle if anything is to be saved; each in a short transaction of its own, so that no page
 *       waits for another one's series. On PostgreSQL these do not wait for the disk: the page that is saved under a number
 *       comes later in the same log, and waits for all before it. Then plan again, until nothing is lacking.
 *   <li><b>Insert headers</b> ({@code HeaderInsert}): all or none, behind a savepoint, by ascending number. Where a key was
 *       taken by a page that was committed meanwhile: back to the savepoint, look and plan again.
 *   <li><b>Insert the rest</b> ({@code RowInsert}): lines, postings and workflow tasks, which nothing can refuse any more.
 * </ol>
 *
 * <p><b>No deadlock.</b> A page that waits for another one's number holds only smaller ones, and none at all when it tries
 * again. A second key beside the number would break that order, hence pages follow each other where external ids are
 * watched. <b>No gaps</b>, but for the numbers drawn by a page that was rolled back. <b>No growth:</b> the number of
 * statements does not depend on the number of orders.
 *
 * <p>Draws have connections of their own ({@code ShortTransactions}): however many pages are written at once, none waits for
 * a connection that only another waiting page could give back.
 *
 * <h2>The rehearsal</h2>
 *
 * <p>{@link io.ordermill.core.order.OrderPageRehearsal} decides as the page write would and saves nothing. The planning is the
 * same code; only its {@code PageSource} differs: keys of orders that were rehearsed before are taken too, and each operation
 * has pointers of its own into number series and posting cycles. All of it moves in the transaction of the page, so a
 * rehearsal can break off and go on like an import. There is nothing to insert, so nobody can be faster.
 */
@NullMarked
package io.ordermill.core.order;

import org.jspecify.annotations.NullMarked;
