package io.ordermill.api.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Sends whoever is not signed in to where that can be done; as a whole page also where htmx asked for a part of one. */
final class ConsoleEntry implements AuthenticationEntryPoint {

    static final String PATH = "/console/login";

    /** Why the sign-in page is shown. */
    enum State {
        /** Somebody begins. */
        NEW,
        /** Id or secret were wrong. */
        REFUSED,
        /** Too many wrong secrets were tried. */
        LOCKED,
        /** The session is over, by time or because the client's record has changed. */
        EXPIRED,
        /** Somebody has signed out. */
        OUT;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static String path(State state) {
        return PATH + "?state=" + state.label();
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        boolean hadSession = request.getRequestedSessionId() != null;
        String path = request.getContextPath() + (hadSession ? path(State.EXPIRED) : PATH);
        if (Htmx.asks(request)) {
            Htmx.goTo(response, path);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(path);
        }
    }
}
