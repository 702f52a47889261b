/**
 * The page on which the service itself is looked at: its queue, its workers, webhooks and reference data. Everybody sees all
 * workers, and the share of their own companies in queue and work; an administrator sees those of all, in numbers.
 */
@NullMarked
package io.ordermill.api.console.system;

import org.jspecify.annotations.NullMarked;
