/**
 * Tells webhooks of the end of operations, signed by Standard Webhooks 1.0.0, at least once.
 *
 * <p>A scheduler of its own, over a table of its own, with threads of its own: imports do not wait for receivers. One task,
 * run by whichever worker picks it, makes deliveries of operations that have ended; a delivery is a task that is due again
 * after each failed attempt, by the specification's schedule. A worker that is killed between call and record makes the call
 * again, under the same id.
 *
 * <pre>
 * due ──▶ delivered, given up, deleted? ───────────────────────────────────▶ task removed
 *   └──▶ call ──┬── 2xx ──▶ DELIVERED ─────────────────────────────────────▶ task removed
 *               ├── 410 ──▶ FAILED, webhook disabled ──────────────────────▶ task removed
 *               └── else ─┬── attempts left ───────────────────────────────▶ due again
 *                         └── none left ──▶ FAILED, webhook disabled ──────▶ task removed
 * </pre>
 */
@NullMarked
package io.ordermill.worker.notification;

import org.jspecify.annotations.NullMarked;
