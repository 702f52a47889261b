package io.ordermill.api.idempotency;

import io.ordermill.api.web.QueryParameters;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether two requests ask for the same: the same call with the same parameters, in any order, and the same bytes. */
public final class Fingerprint {

    private Fingerprint() {}

    /**
     * Of a request.
     *
     * @param call what is asked for, such as a path without the ways to spell it
     * @param companyId in which the call is, given or by default
     * @param bytes the file without its form, read to the end
     */
    public static String of(String call, String companyId, HttpServletRequest request, InputStream bytes)
            throws IOException {
        MessageDigest sha256 = sha256();
        String asked = String.join("\n", call, companyId, QueryParameters.sorted(request), "");
        sha256.update(asked.getBytes(StandardCharsets.UTF_8));
        try (OutputStream digest = new DigestOutputStream(OutputStream.nullOutputStream(), sha256)) {
            bytes.transferTo(digest);
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
