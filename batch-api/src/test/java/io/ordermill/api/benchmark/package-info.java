/**
 * How fast the product answers and how much memory it takes, measured from outside: the real jar with its embedded worker as
 * a process of its own, on a PostgreSQL with fsync on. No part of the normal test run: {@code ./mvnw -Pbenchmark verify}, one
 * of them alone with {@code -Dit.test=UploadBenchmark}.
 *
 * <p>What is asserted is that the right things were done. Times are only reported, side by side with what they are measured
 * against in the same run; the callers run on the same processors as everything else.
 */
@NullMarked
package io.ordermill.api.benchmark;

import org.jspecify.annotations.NullMarked;
