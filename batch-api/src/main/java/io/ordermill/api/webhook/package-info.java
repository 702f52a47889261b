/**
 * Webhooks of a company, for clients that submit for it: registered, enabled, tested, deleted, and what became of their
 * deliveries. The deliveries themselves are made by workers.
 */
@NullMarked
package io.ordermill.api.webhook;

import org.jspecify.annotations.NullMarked;
