/**
 * The import of one operation as a Spring Batch job: one execution per attempt, in the thread that has taken the operation.
 *
 * <p><b>The job.</b> Three steps. {@code inspect} reads the whole file once, so that nothing is saved of a broken one, and
 * records its number of items; an attempt that finds the number recorded passes over it. {@code import} is chunk-oriented: a
 * chunk is a page of up to 100 items, a page is a transaction. {@code release} has something to do for atomic imports only. Beside it a thread reads ahead (parses, resolves references by set,
 * judges, encodes rows), because the database is the slow part and must never wait for any of that.
 *
 * <pre>
 * read-ahead thread   file at the checkpoint ─▶ items ─▶ references ─▶ judgements ─▶ rows ─▶ {@link io.ordermill.worker.job.PageBuffer}
 *                                                                                               │
 * attempt's thread    begin ◀───────────────────────────────────────────── 100 items ◀──────────┘
 *                       └▶ orders ─▶ refused items ─▶ checkpoint = fence ─▶ commit
 * </pre>
 *
 * <p><b>A page is bounded by memory.</b> It ends early where its items would take more than a third of what may be read ahead
 * ({@link io.ordermill.worker.job.PageCut}); to Spring Batch a page is a single item. What becomes of an order does not depend
 * on where pages end, but for posting cycles, of which each saved page takes one.
 *
 * <p><b>Dry run and atomic.</b> Pages of these are rehearsed instead of saved, by the same step and with the same checkpoint.
 * Where every order of an atomic import was found valid, {@link io.ordermill.worker.job.HeldOrders} saves all of them in one
 * transaction. Its last statement is the fence; in between, cancel is only looked at, for a changed row would be locked until
 * the end. It rolls back as a whole, whatever the reason.
 *
 * <p><b>The checkpoint is the operation's row</b>, and nothing else. Spring Batch saves its execution context apart from
 * what a step has written; in 6.0.4 a connection lost between the two makes its restart skip a page and report success. So
 * nothing of ours is in that context, every attempt is a job instance of its own, and nothing is ever restarted: an attempt
 * begins where the row says. For the same reason the end is judged by {@link io.ordermill.worker.job.ImportRun}, which moves
 * only after a commit, and not by the status of the job. Spring Batch's tables are a diary, which tells when steps began
 * and how they ended; of pages it tells nothing ({@link io.ordermill.worker.job.StepDiary}).
 *
 * <p><b>A bad order is a value, a broken database an exception.</b> No skip, no retry, no fault tolerance, no processor that
 * drops items. In a page nothing catches an exception of a nested transactional call, unless at a savepoint: 6.0.4 would roll
 * the page back and go on with the next. An exception ends the attempt; what to do then is decided in {@code worker.dispatch}.
 *
 * <p><b>Transactions.</b> While inspecting and reading ahead: none, each query stands alone. Per page: one, with the
 * checkpoint's update as its last statement, so that the row a caller's cancel wants is locked shortly.
 * That update names the attempt: a worker that was presumed dead changes no row, and its page rolls back. Ending the
 * operation: one, not in here.
 *
 * <p><b>Ending early.</b> Cancel and shutdown are looked at between pages (cancel comes back with the checkpoint's update),
 * as an interruption policy of the step; the policy it replaces looks at the thread's interrupt flag and calls a step
 * COMPLETED that was not. So is whether another operation is to have the slot; its release, all in one transaction, an atomic
 * import is not asked to interrupt. No thread is ever interrupted: embedded H2 closes its file under an interrupted reader.
 *
 * <table>
 * <caption>What happens when it stops there</caption>
 * <tr><th>it stops</th><th>then</th></tr>
 * <tr><td>while inspecting</td><td>the next attempt inspects again</td></tr>
 * <tr><td>after the total was recorded</td><td>the next attempt begins with the first page</td></tr>
 * <tr><td>in a page, the commit included</td><td>the row says whether the page is there; the next attempt begins after it or
 *     with it</td></tr>
 * <tr><td>while an atomic import is released</td><td>nothing is saved; the next attempt finds everything judged, and releases
 *     it</td></tr>
 * <tr><td>after the last page</td><td>the next attempt finds nothing to read, and finishes</td></tr>
 * <tr><td>anywhere, by a kill</td><td>as above, once the heartbeats are missed; the execution that was left open in Spring
 *     Batch's tables is closed by the next attempt ({@link io.ordermill.worker.job.FormerAttempts})</td></tr>
 * </table>
 */
@NullMarked
package io.ordermill.worker.job;

import org.jspecify.annotations.NullMarked;
