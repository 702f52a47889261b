package io.ordermill.api.idempotency;

import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import io.ordermill.api.security.Caller;
import io.ordermill.core.idempotency.IdempotencyKey;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The request header that names a key. */
public final class IdempotencyHeader {

    public static final String NAME = "Idempotency-Key";

    private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]{1,255}");

    private IdempotencyHeader() {}

    /** The key of a request, null where it has none. */
    public static @Nullable IdempotencyKey of(HttpServletRequest request, Caller caller) {
        List<String> given = Collections.list(request.getHeaders(NAME));
        if (given.isEmpty()) {
            return null;
        }
        if (given.size() > 1 || !VISIBLE_ASCII.matcher(given.get(0)).matches()) {
            throw new ProblemException(
                    ProblemCode.INVALID_IDEMPOTENCY_KEY,
                    "The header Idempotency-Key must be given once, with 1 to 255 visible ASCII characters.");
        }
        return new IdempotencyKey(caller.clientId(), given.get(0));
    }
}
