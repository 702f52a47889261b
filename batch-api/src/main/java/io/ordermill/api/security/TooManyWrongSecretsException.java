package io.ordermill.api.security;

import java.time.Duration;
import org.springframework.security.authentication.AccountStatusException;

/** Too many wrong secrets were tried for a client id from an address, so that this one was not even looked at. */
public class TooManyWrongSecretsException extends AccountStatusException {

    private static final long serialVersionUID = 1L;

    private final long retryAfterSeconds;

    TooManyWrongSecretsException(Duration retryAfter) {
        super("too many wrong secrets for this client id from this address");
        this.retryAfterSeconds = Math.max(1, retryAfter.toSeconds());
    }

    long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
