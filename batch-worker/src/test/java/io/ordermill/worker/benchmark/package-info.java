/**
 * How long an import takes, against what the database needs for the same rows and against other ways of doing it. No part of
 * the normal test run: {@code ./mvnw -pl batch-worker -am -Pbenchmark verify} runs all, {@code -Dit.test=…} one of them;
 * method and figures are in {@code batch-worker/docs/benchmark.md}.
 *
 * <ul>
 *   <li>{@code ImportBenchmark}: import and copy, and a profile of where the time goes;
 *   <li>{@code TextbookBenchmark}: import and two jobs as the Spring Batch guide teaches them;
 *   <li>{@code ScaleBenchmark}: ten times the rows;
 *   <li>{@code FleetBenchmark}: eight operations at once on two workers;
 *   <li>{@code EmbeddedBenchmark}: H2 as the API embeds it, and bare JDBC batches.
 * </ul>
 *
 * <p>Each measurement has a freshly migrated database of its own, PostgreSQL with fsync on. A round takes all ways in turn,
 * so that whatever else the machine does strikes them all; only ratios within a round mean anything. Before the rounds a
 * small one warms the JVM. What is asserted is that all rows are there, never how long it took.
 */
@NullMarked
package io.ordermill.worker.benchmark;

import org.jspecify.annotations.NullMarked;
