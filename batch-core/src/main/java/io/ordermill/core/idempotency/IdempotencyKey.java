package io.ordermill.core.idempotency;

/**
 * A key as one client chose it; another client's equal text is another key.
 *
 * @param text 1 to 255 visible ASCII characters
 */
public record IdempotencyKey(String clientId, String text) {}
