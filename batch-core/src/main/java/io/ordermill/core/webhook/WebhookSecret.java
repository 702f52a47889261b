package io.ordermill.core.webhook;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * The key a webhook's deliveries are signed with. Never shows in logs.
 *
 * @param value as Standard Webhooks writes it: {@code whsec_} and Base64
 */
public record WebhookSecret(String value) {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static WebhookSecret generate() {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(key));
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
