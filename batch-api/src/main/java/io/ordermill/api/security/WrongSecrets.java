package io.ordermill.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ordermill.api.client.ClientSecrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Bounds how many wrong secrets an address may try for a client id within some time: each costs as much processor time as a
 * right one. Then all further ones are refused, unread, until the time is over. Other addresses notice nothing.
 *
 * <p>What counts are different secrets. One that was wrong before is refused at once and counts no second time: it comes from
 * a program that has not been told of a new secret, and shall not lock out its neighbour that has.
 */
@Component
class WrongSecrets {

    /** Client ids from addresses; more at once, and the ones seen least are forgotten. */
    private static final int MOST_REMEMBERED = 5_000;

    private final SecuritySettings settings;
    private final Clock clock;
    private final Cache<String, Tried> remembered;

    WrongSecrets(SecuritySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(settings.wrongSecretsWithin())
                .build();
    }

    /** Digests of what was tried since a moment. */
    private record Tried(Instant since, Set<String> secrets) {

        Tried and(String secret) {
            Set<String> all = new HashSet<>(secrets);
            all.add(secret);
            return new Tried(since, Set.copyOf(all));
        }
    }

    /**
     * Has a secret checked, where that is not refused.
     *
     * @param check throws an {@link AuthenticationException} where the secret is wrong
     * @throws TooManyWrongSecretsException where it is not to be checked
     */
    Authentication guard(Authentication attempt, Supplier<Authentication> check) {
        String source = ClientSecrets.digest(address(attempt) + ' ' + attempt.getName());
        String secret = ClientSecrets.digest(source + attempt.getCredentials());
        refuse(current(remembered.getIfPresent(source)), secret);
        try {
            return check.get();
        } catch (AuthenticationException wrong) {
            remembered.asMap().compute(source, (any, before) -> current(before).and(secret));
            throw wrong;
        }
    }

    private Tried current(@Nullable Tried before) {
        Instant now = clock.instant();
        return before == null
                        || !before.since.plus(settings.wrongSecretsWithin()).isAfter(now)
                ? new Tried(now, Set.of())
                : before;
    }

    private static String address(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }

    private void refuse(Tried tried, String secret) {
        if (tried.secrets.contains(secret)) {
            throw new BadCredentialsException("the secret is as wrong as before");
        }
        if (tried.secrets.size() >= settings.maxWrongSecrets()) {
            Instant over = tried.since.plus(settings.wrongSecretsWithin());
            throw new TooManyWrongSecretsException(Duration.between(clock.instant(), over));
        }
    }
}
