package io.ordermill.api.security;

import io.ordermill.api.client.RequiresScope;
import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds every controller method below {@code /v1} and {@code /console} to its {@link RequiresScope}. */
class ScopeInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && request.getDispatcherType() == DispatcherType.REQUEST) {
            check(method);
        }
        return true;
    }

    private static void check(HandlerMethod method) {
        RequiresScope required = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequiresScope.class);
        if (required == null) {
            throw Caller.notAuthorized();
        }
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        boolean permitted = authentication != null
                && authentication.getPrincipal() instanceof Caller caller
                && Arrays.stream(required.value()).anyMatch(caller::has);
        if (!permitted) {
            throw required.missingIsUnauthorized() ? unauthorized() : Caller.notAuthorized();
        }
    }

    private static ProblemException unauthorized() {
        return new ProblemException(ProblemCode.UNAUTHORIZED, Unauthorized.DETAIL)
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, Unauthorized.INSUFFICIENT_SCOPE);
    }
}
