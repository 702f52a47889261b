package io.ordermill.api.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCrypt;

class ClientSecretsTest {

    private static final int VERSION_AND_COST = "$2a$10$".length();

    private final ClientSecrets secrets = new ClientSecrets();

    @Test
    void checksAnUnknownClientAgainstAHashOfTheCostOfOthers() {
        String others = String.valueOf(secrets.encode("secret"));

        assertThat(secrets.hashOfNobody())
                .hasSameSizeAs(others)
                .startsWith(others.substring(0, VERSION_AND_COST))
                .satisfies(hash -> assertThat(BCrypt.checkpw("secret", hash)).isFalse());
    }
}
