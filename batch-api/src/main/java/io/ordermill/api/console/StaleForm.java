package io.ordermill.api.console;

import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Answers a form that does not carry its session's token: one of an earlier session, or of another site. */
class StaleForm implements AccessDeniedHandler {

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException, ServletException {
        FailureController.show(
                new ProblemException(
                        ProblemCode.FORBIDDEN,
                        "This page is out of date, and nothing has been changed. Load it again and repeat what you did."),
                request,
                response);
    }
}
