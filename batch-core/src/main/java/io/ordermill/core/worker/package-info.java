/**
 * The register of workers: which there are, how much they take at a time and when they were last heard of, whether they have
 * something to do or not. It is looked at by people and decides nothing: whose operation another worker may take over is
 * known by the heartbeats of the queue alone.
 *
 * <p>A worker that ends in order leaves the register. One that was killed stays for an hour, to be seen.
 */
@NullMarked
package io.ordermill.core.worker;

import org.jspecify.annotations.NullMarked;
