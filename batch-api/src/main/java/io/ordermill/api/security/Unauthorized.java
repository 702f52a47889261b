package io.ordermill.api.security;

import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/** Answers a caller without credentials, or with wrong ones. Both get the same words. */
@Component
class Unauthorized implements AuthenticationEntryPoint {

    /** The exact text of seed 001, POST_001. */
    static final String DETAIL = "Unauthorized.";

    private static final String TOO_MANY =
            "Too many wrong secrets were tried for this client id from this address. Try again later.";

    static final String INSUFFICIENT_SCOPE = "Bearer realm=\"ordermill\", error=\"insufficient_scope\"";

    private static final String BASIC = "Basic realm=\"ordermill\", charset=\"UTF-8\"";
    private static final String BEARER = "Bearer realm=\"ordermill\"";

    private final Problems problems;

    Unauthorized(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof TooManyWrongSecretsException tooMany) {
            refuse(request, response, tooMany);
            return;
        }
        boolean wrongToken = failure instanceof OAuth2AuthenticationException;
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, BASIC);
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, wrongToken ? BEARER + ", error=\"invalid_token\"" : BEARER);
        problems.write(request, response, ProblemCode.UNAUTHORIZED, DETAIL);
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, TooManyWrongSecretsException failure)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(failure.retryAfterSeconds()));
        problems.write(request, response, ProblemCode.TOO_MANY_WRONG_SECRETS, TOO_MANY);
    }
}
