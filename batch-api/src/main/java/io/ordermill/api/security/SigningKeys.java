package io.ordermill.api.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.text.ParseException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key that signs tokens. All nodes share it through the database, so that a token of one opens every other. Made when it
 * is first needed; of several nodes that make one at once, the first one stored is everybody's.
 */
@Component
@BuiltInIssuer
class SigningKeys implements JWKSource<SecurityContext> {

    private static final int BITS = 2048;

    private final JdbcClient jdbc;
    private final Clock clock;

    private volatile @Nullable JWKSet keys;

    SigningKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(keys());
    }

    /** All that checking a token takes; the decoder would otherwise make a private key of each of them, each time. */
    List<JWK> getPublic(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(keys().toPublicJWKSet());
    }

    private JWKSet keys() {
        JWKSet known = keys;
        if (known == null) {
            known = new JWKSet(load().orElseGet(this::create));
            keys = known;
        }
        return known;
    }

    private Optional<JWK> load() {
        return jdbc.sql("select jwk from signing_key where slot = 1")
                .query(String.class)
                .optional()
                .map(SigningKeys::parse);
    }

    private JWK create() {
        jdbc.sql("insert into signing_key (slot, jwk, created_at) values (1, :jwk, :now) on conflict do nothing")
                .param("jwk", generate().toJSONString())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return load().orElseThrow(() -> new IllegalStateException("the signing key was stored but is not there"));
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(BITS).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JWK parse(String jwk) {
        try {
            return JWK.parse(jwk);
        } catch (ParseException damaged) {
            // Without the cause: its message could show the key.
            throw new IllegalStateException("The signing key in the table signing_key cannot be read.");
        }
    }
}
