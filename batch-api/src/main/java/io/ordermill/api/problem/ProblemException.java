package io.ordermill.api.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/** Ends a call with a problem. Not logged: the caller learns all there is to know. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient HttpHeaders headers = new HttpHeaders();
    private final transient Map<String, Object> members = new LinkedHashMap<>();

    /**
     * A problem with the members every problem has.
     *
     * @param detail an English sentence for the caller, without internals
     */
    public ProblemException(ProblemCode code, String detail) {
        super(detail);
        this.code = code;
    }

    public ProblemException withHeader(String name, String value) {
        headers.set(name, value);
        return this;
    }

    /** Adds {@code Retry-After}. */
    public ProblemException retryAfter(int seconds) {
        return withHeader(HttpHeaders.RETRY_AFTER, Integer.toString(seconds));
    }

    /** Adds a member beyond those every problem has. */
    public ProblemException with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    public ProblemCode code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    HttpHeaders headers() {
        return headers;
    }

    Map<String, Object> members() {
        return members;
    }
}
