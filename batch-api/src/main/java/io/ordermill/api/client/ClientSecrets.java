package io.ordermill.api.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCrypt;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Makes secrets and checks them. Kept is bcrypt over SHA-256, for bcrypt alone reads no more than 72 bytes. Callers with HTTP
 * Basic prove themselves on every call, so a proof that succeeded is remembered for some minutes: not the secret, but a
 * digest over it and the very hash it matched, so that a rotated secret is forgotten at once.
 */
@Component
public final class ClientSecrets implements PasswordEncoder {

    private static final int BYTES = 32;

    /** In form and cost like any other; that a secret should hash to so many zeros is as likely as to guess one. */
    private static final String HASH_OF_NOBODY = BCrypt.gensalt() + ".".repeat(31);

    private final PasswordEncoder bcrypt = new BCryptPasswordEncoder();
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Boolean> proofs = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    /** A new secret: 256 random bits, in characters that need no escape anywhere. */
    public String generate() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A hash that no one knows a secret for: to take as long over an unknown client as over a known one. */
    public String hashOfNobody() {
        return HASH_OF_NOBODY;
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence secret) {
        return bcrypt.encode(digest(String.valueOf(secret)));
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String hash) {
        if (secret == null || hash == null) {
            return false;
        }
        String proof = digest(hash + ' ' + secret);
        if (proofs.getIfPresent(proof) != null) {
            return true;
        }
        boolean matches = bcrypt.matches(digest(secret.toString()), hash);
        if (matches) {
            proofs.put(proof, true);
        }
        return matches;
    }

    /** SHA-256, in Base64. */
    public static String digest(String text) {
        return Base64.getEncoder().encodeToString(DigestUtils.sha256(text));
    }
}
