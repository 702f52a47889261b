/**
 * The page on which the service itself is looked at: its queue, the workers at work, webhooks and reference data. Everybody sees
 * the share of their own companies; an administrator sees queue and workers of all, in numbers.
 */
@NullMarked
package io.ordermill.api.console.system;

import org.jspecify.annotations.NullMarked;
