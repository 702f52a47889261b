package io.ordermill.api.idempotency;

import io.ordermill.api.web.QueryParameters;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

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
        MessageDigest sha256 = DigestUtils.getSha256Digest();
        String asked = String.join("\n", call, companyId, QueryParameters.sorted(request), "");
        DigestUtils.updateDigest(sha256, asked);
        DigestUtils.updateDigest(sha256, bytes);
        return Hex.encodeHexString(sha256.digest());
    }
}
