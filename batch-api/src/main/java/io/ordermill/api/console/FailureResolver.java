package io.ordermill.api.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Shows failures below {@code /console} as pages; all others are left to the API, which answers with problems. */
@Component
class FailureResolver implements HandlerExceptionResolver, Ordered {

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        String path = request.getServletPath();
        boolean isOurs = path.equals("/console") || path.startsWith("/console/");
        return isOurs && !response.isCommitted() ? Failure.of(failure, request).page() : null;
    }
}
