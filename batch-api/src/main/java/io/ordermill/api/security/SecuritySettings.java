package io.ordermill.api.security;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How callers prove who they are.
 *
 * @param issuerUri an OpenID Connect or OAuth 2 issuer whose tokens replace those of the built-in {@code /oauth2/token};
 *     default none. The {@code client_id}, {@code azp} or {@code sub} of its tokens must be the id of a known client
 * @param tokenLifetime of the built-in tokens; default 1 hour. A revoked client is refused at once all the same
 */
@Validated
@ConfigurationProperties("ordermill.security")
public record SecuritySettings(
        @Nullable URI issuerUri,

        @DefaultValue("1h") @NotNull @DurationMin(minutes = 1) @DurationMax(days = 1)
        Duration tokenLifetime) {

    public boolean hasExternalIssuer() {
        return issuerUri != null && !issuerUri.toString().isBlank();
    }
}
