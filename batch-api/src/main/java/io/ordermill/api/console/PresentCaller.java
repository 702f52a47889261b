package io.ordermill.api.console;

import io.ordermill.api.security.BasicAuthentication;
import io.ordermill.api.security.Caller;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts what a client is now in the place of what it was when it signed in; ends the session of one that is no more. */
class PresentCaller extends OncePerRequestFilter {

    private static final String CALLER = "caller";

    private final BasicAuthentication clients;

    PresentCaller(BasicAuthentication clients) {
        this.clients = clients;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getDispatcherType() != DispatcherType.REQUEST
                || request.getServletPath().startsWith(ConsoleAssets.PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication earlier = SecurityContextHolder.getContext().getAuthentication();
        if (earlier != null && earlier.getPrincipal() instanceof Caller) {
            Optional<Authentication> present = clients.again(earlier);
            if (present.isPresent()) {
                SecurityContextHolder.setContext(new SecurityContextImpl(present.get()));
                request.setAttribute(CALLER, present.get().getPrincipal());
            } else {
                end(request.getSession(false));
            }
        }
        chain.doFilter(request, response);
    }

    private static void end(@Nullable HttpSession session) {
        SecurityContextHolder.clearContext();
        if (session != null) {
            session.invalidate();
        }
    }
}
