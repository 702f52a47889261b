package io.ordermill.api.security;

import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Answers a known client on a path that is closed to all. */
@Component
class Forbidden implements AccessDeniedHandler {

    private final Problems problems;

    Forbidden(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        problems.write(request, response, ProblemCode.FORBIDDEN, Caller.NOT_AUTHORIZED);
    }
}
