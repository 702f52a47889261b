package io.ordermill.api.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** By what the server knows a submission that it has had before. */
final class IdempotencyKey {

    private static final int BUFFER_BYTES = 1 << 16;

    private IdempotencyKey() {}

    /** The same for the same bytes with the same parameters: a command that is given again imports nothing twice. */
    static String of(Path file, String parameters) {
        MessageDigest digest = sha256();
        digest.update((parameters + "\n").getBytes(UTF_8));
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int length = bytes.read(buffer); length >= 0; length = bytes.read(buffer)) {
                digest.update(buffer, 0, length);
            }
        } catch (IOException e) {
            throw InputFile.unreadable(file);
        }
        return "cli-" + HexFormat.of().formatHex(digest.digest());
    }

    /** For a dry run, which saves nothing: whoever asks again has mended something and wants it judged anew. */
    static String ofThisRun() {
        return "cli-" + UUID.randomUUID();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
