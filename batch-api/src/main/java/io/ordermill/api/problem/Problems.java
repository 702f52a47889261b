package io.ordermill.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Renders problems, also where no controller has been reached. */
@Component
public class Problems {

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    /** A problem whose status is that of its code. */
    static ProblemDetail of(ProblemCode code, String detail, String path) {
        return of(code.status(), code, detail, path);
    }

    /** A problem for a status found by the framework, which may be rarer than any of our codes. */
    static ProblemDetail of(HttpStatusCode status, ProblemCode code, String detail, String path) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        HttpStatus known = HttpStatus.resolve(status.value());
        problem.setTitle(known == null ? code.status().getReasonPhrase() : known.getReasonPhrase());
        problem.setProperty("code", code.name());
        URI instance = uri(path);
        if (instance != null) {
            problem.setInstance(instance);
        }
        return problem;
    }

    /** Answers a request outside of Spring MVC. */
    public void write(HttpServletRequest request, HttpServletResponse response, ProblemCode code, String detail)
            throws IOException {
        write(request, response, code, detail, Map.of());
    }

    /** Answers a request outside of Spring MVC, with members beyond those every problem has. */
    public void write(
            HttpServletRequest request,
            HttpServletResponse response,
            ProblemCode code,
            String detail,
            Map<String, Object> members)
            throws IOException {
        ProblemDetail problem = of(code, detail, request.getRequestURI());
        members.forEach(problem::setProperty);
        byte[] body = json.writeValueAsBytes(problem);
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static @Nullable URI uri(String path) {
        try {
            return URI.create(path);
        } catch (IllegalArgumentException notEvenAPath) {
            return null;
        }
    }
}
