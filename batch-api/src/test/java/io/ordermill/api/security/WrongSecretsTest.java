package io.ordermill.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ordermill.core.testing.MovableClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

class WrongSecretsTest {

    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "192.0.2.2";
    private static final String RIGHT = "right";

    private final MovableClock clock = new MovableClock();
    private final WrongSecrets wrongSecrets =
            new WrongSecrets(new SecuritySettings(null, Duration.ofHours(1), 10, Duration.ofMinutes(5)), clock);
    private int checks;

    @Test
    void refusesTheEleventhWrongSecretUnread() {
        tryWrong(10);
        clock.advance(Duration.ofMinutes(2));

        assertThatExceptionOfType(TooManyWrongSecretsException.class)
                .isThrownBy(() -> attempt("client", RIGHT, HERE))
                .satisfies(refusal -> assertThat(refusal.retryAfterSeconds()).isEqualTo(180));
        assertThat(checks).isEqualTo(10);
    }

    @Test
    void letsTheRightOneInBeforeThat() {
        tryWrong(9);

        assertThat(attempt("client", RIGHT, HERE).getName()).isEqualTo("client");
    }

    @Test
    void locksOutNobodyElse() {
        tryWrong(10);

        assertThat(attempt("client", RIGHT, ELSEWHERE)).isNotNull();
        assertThat(attempt("other", RIGHT, HERE)).isNotNull();
    }

    @Test
    void beginsAnewWhenTheTimeIsOver() {
        tryWrong(10);
        clock.advance(Duration.ofMinutes(5));

        assertThat(attempt("client", RIGHT, HERE)).isNotNull();
        tryWrong(10);
        assertThatExceptionOfType(TooManyWrongSecretsException.class).isThrownBy(() -> attempt("client", RIGHT, HERE));
    }

    @Test
    void countsAndChecksTheSameWrongSecretOnce() {
        for (int i = 0; i < 50; i++) {
            assertThatExceptionOfType(BadCredentialsException.class)
                    .isThrownBy(() -> attempt("client", "the one before", HERE));
        }

        assertThat(checks).isEqualTo(1);
        assertThat(attempt("client", RIGHT, HERE)).isNotNull();
    }

    private void tryWrong(int different) {
        IntStream.range(0, different).forEach(number -> assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> attempt("client", "wrong " + number, HERE)));
    }

    private Authentication attempt(String clientId, String secret, String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        UsernamePasswordAuthenticationToken attempt =
                UsernamePasswordAuthenticationToken.unauthenticated(clientId, secret);
        attempt.setDetails(new WebAuthenticationDetails(request));
        return wrongSecrets.guard(attempt, () -> {
            checks++;
            if (!secret.equals(RIGHT)) {
                throw new BadCredentialsException("wrong");
            }
            return attempt;
        });
    }
}
