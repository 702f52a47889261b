/**
 * How long an import takes, against what PostgreSQL needs for the same rows and against a textbook job. No part of the
 * normal test run: {@code ./mvnw -pl batch-worker -am -Pbenchmark verify}; method and figures are in
 * {@code batch-worker/docs/benchmark.md}.
 *
 * <p>Each measurement has a freshly migrated database of its own, on one server with fsync on. A round takes the import, the
 * copy and the textbook job in turn, so that whatever else the machine does strikes all three; only ratios within a round
 * mean anything. Before the rounds a small one warms the JVM, after them an import is watched for the profile.
 */
@NullMarked
package io.ordermill.worker.benchmark;

import org.jspecify.annotations.NullMarked;
