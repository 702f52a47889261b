package io.ordermill.api.security;

import jakarta.validation.constraints.Min;
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
 * @param maxWrongSecrets so many different wrong ones may be tried for one client id from one address; default 10. Further
 *     ones are refused unread
 * @param wrongSecretsWithin in this time, counted from the first one; default 5 minutes
 */
@Validated
@ConfigurationProperties("ordermill.security")
public record SecuritySettings(
        @Nullable URI issuerUri,

        @DefaultValue("1h") @NotNull @DurationMin(minutes = 1) @DurationMax(days = 1)
        Duration tokenLifetime,

        @DefaultValue("10") @Min(1) int maxWrongSecrets,

        @DefaultValue("5m") @NotNull @DurationMin(seconds = 1) @DurationMax(days = 1)
        Duration wrongSecretsWithin) {

    public boolean hasExternalIssuer() {
        return issuerUri != null && !issuerUri.toString().isBlank();
    }
}
