/**
 * What breaks, and that nothing is lost by it. Each test does one thing to real processes on a real database (a kill, a
 * freeze, a cancel at the wrong moment, altered bytes) and then has {@link io.ordermill.api.faults.InvariantChecker} hold the
 * file, the database and all that clients saw against the promises in {@link io.ordermill.api.faults.Invariant}.
 *
 * <p>{@code ./mvnw verify} runs each a few times, {@code ./mvnw verify -Pfaults} runs nothing else, what is tagged
 * {@code long} too, and ten times as often. Instants are random; the seed is logged, and {@code -Dfaults.seed} repeats it.
 */
@NullMarked
package io.ordermill.api.faults;

import org.jspecify.annotations.NullMarked;
