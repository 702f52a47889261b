package io.ordermill.api.console;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Shows failures from outside of Spring MVC. */
@Controller
class FailureController {

    private static final String PATH = "/console/failure";
    private static final String FAILURE = FailureController.class.getName();

    /** Ends a request with the page about a failure. */
    static void show(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(FAILURE, failure);
        request.getRequestDispatcher(PATH).forward(request, response);
    }

    @RequestMapping(PATH)
    ModelAndView failure(HttpServletRequest request) {
        return request.getAttribute(FAILURE) instanceof Exception failure
                ? Failure.of(failure, request).page()
                : Failure.of(new ResponseStatusException(HttpStatus.NOT_FOUND), request)
                        .page();
    }
}
