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
        boolean wrongToken = failure instanceof OAuth2AuthenticationException;
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, BASIC);
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, wrongToken ? BEARER + ", error=\"invalid_token\"" : BEARER);
        problems.write(request, response, ProblemCode.UNAUTHORIZED, DETAIL);
    }
}
