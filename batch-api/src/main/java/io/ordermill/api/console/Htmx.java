package io.ordermill.api.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The headers by which htmx and this service talk. */
public final class Htmx {

    private Htmx() {}

    /** Whether htmx asks, and not the browser itself. */
    public static boolean asks(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    /** Has the browser load another page as a whole. */
    public static void goTo(HttpServletResponse response, String path) {
        response.setHeader("HX-Redirect", path);
    }
}
