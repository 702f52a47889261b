/**
 * Takes operations from the queue and decides what becomes of them: claim, run, finish, hand back, give up.
 *
 * <p>The queue is db-scheduler's table: one row per operation, put there in the transaction of the submission. A row is
 * picked by one worker, kept alive by heartbeats, and revived on another worker when these stay away. That alone would not
 * keep two workers apart, for a presumed dead one may wake up; the claim's attempt number does, which every later change of
 * the operation names. So a row is only ever a reason to look: what is to be done stands in the operation.
 *
 * <pre>
 * picked ──▶ shutting down? ──────────────────────────────────────▶ due again at once
 *   └──▶ claim ──none──────────────────────────────────────────────▶ row removed
 *          ├── cancel was asked for ──▶ CANCELLED ────────────────▶ row removed
 *          ├── too many attempts died ──▶ FAILED, WORKER_CRASHED ─▶ row removed
 *          └──▶ import ──┬── completed, cancelled, failed ────────▶ row removed
 *                        ├── stopped, passed ──▶ handed back ─────▶ due again at once
 *                        ├── superseded ──────────────────────────▶ row left to its new owner
 *                        └── broken ──┬── attempts left ──────────▶ due again after a pause
 *                                     └── none left ──▶ FAILED, INTERNAL_ERROR ──▶ row removed
 * </pre>
 *
 * <p>A slot is had for a turn. When it is over, and an operation waits whose company has fewer running, or as many and whose
 * file is of a smaller class, that one is put at the head of the queue and the running one handed back between two pages
 * ({@link io.ordermill.core.operation.SlotSharing}). It keeps its place in the queue and goes on after its last page.
 *
 * <p>The operation's end and the row's are two transactions. Between them the operation has ended and its row is still
 * picked; the row is revived, claims nothing, and goes.
 *
 * <p>Beside the heartbeats of what it has picked, a worker keeps itself in the register of workers ({@link
 * io.ordermill.worker.dispatch.Heartbeat}): that one is for people, who want to see idle workers, too.
 */
@NullMarked
package io.ordermill.worker.dispatch;

import org.jspecify.annotations.NullMarked;
