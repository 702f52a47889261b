package io.ordermill.api.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Around every request: shows what fails outside of a controller as a page. */
class FilterFailures extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            if (response.isCommitted()) {
                throw failure;
            }
            // A template that fails comes wrapped.
            Exception cause = failure instanceof ServletException && failure.getCause() instanceof Exception inner
                    ? inner
                    : failure;
            FailureController.show(cause, request, response);
        }
    }
}
