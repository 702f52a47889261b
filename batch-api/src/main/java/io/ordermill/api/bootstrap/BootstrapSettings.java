package io.ordermill.api.bootstrap;

import io.ordermill.api.client.Client;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The first administrator, made with company {@code 1} while there is no client at all; ignored afterwards.
 *
 * @param clientId default none
 * @param clientSecret at least 16 characters; default none
 */
@ConfigurationProperties("ordermill.bootstrap")
public record BootstrapSettings(
        @Nullable String clientId, @Nullable String clientSecret) {

    private static final int MIN_SECRET_LENGTH = 16;

    public BootstrapSettings {
        clientId = clientId == null || clientId.isBlank() ? null : clientId;
        clientSecret = clientSecret == null || clientSecret.isBlank() ? null : clientSecret;
        if ((clientId == null) != (clientSecret == null)) {
            throw new IllegalArgumentException(
                    "ordermill.bootstrap.client-id and ordermill.bootstrap.client-secret belong together");
        }
        if (clientId != null && !Client.isId(clientId)) {
            throw new IllegalArgumentException("ordermill.bootstrap.client-id must have 1 to 64 letters, digits, dots,"
                    + " hyphens, underscores or tildes and begin with a letter or digit");
        }
        if (clientSecret != null && clientSecret.length() < MIN_SECRET_LENGTH) {
            throw new IllegalArgumentException(
                    "ordermill.bootstrap.client-secret must have at least " + MIN_SECRET_LENGTH + " characters");
        }
    }
}
