package io.ordermill.api.problem;

import io.ordermill.core.upload.UploadDeletedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** Turns every exception into a problem. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> expected(ProblemException problem, HttpServletRequest request) {
        ProblemDetail body = Problems.of(problem.code(), problem.detail(), request.getRequestURI());
        problem.members().forEach(body::setProperty);
        return answer(body, problem.headers());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> expired(
            UploadDeletedException failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
        requireUncommitted(response, failure);
        ProblemDetail body = Problems.of(
                ProblemCode.UPLOAD_EXPIRED,
                "The uploaded file has been deleted, as it is some time after the end of its operation.",
                request.getRequestURI());
        return answer(body, new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(
            Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
        requireUncommitted(response, failure);
        Optional<ProblemCode> outage = Outage.of(failure);
        if (outage.isPresent()) {
            return passing(outage.get(), failure, request);
        }
        String errorId = UUID.randomUUID().toString();
        LOG.error("{} {} failed, error id {}", request.getMethod(), request.getRequestURI(), errorId, failure);
        ProblemDetail body = Problems.of(
                ProblemCode.INTERNAL_ERROR, "The service failed to handle this request.", request.getRequestURI());
        body.setProperty("errorId", errorId);
        return answer(body, new HttpHeaders());
    }

    /** Where half an answer is out, only a broken connection can tell the caller that the rest is missing. */
    private static void requireUncommitted(HttpServletResponse response, Exception failure) throws Exception {
        if (response.isCommitted()) {
            throw failure;
        }
    }

    private static ResponseEntity<ProblemDetail> passing(
            ProblemCode code, Exception failure, HttpServletRequest request) {
        LOG.warn(
                "{} {} is answered with {}, and the caller told to try again; see to the database and its disk: {}",
                request.getMethod(),
                request.getRequestURI(),
                code,
                failure.getMessage());
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        String detail = code == ProblemCode.INSUFFICIENT_STORAGE
                ? "There is no space to store this at the moment. Try again."
                : "The service cannot work at the moment. Try again.";
        return answer(Problems.of(code, detail, request.getRequestURI()), headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail body = Problems.of(ProblemCode.MALFORMED_BODY, unreadable(failure), path(request));
        return super.handleExceptionInternal(failure, body, json(headers), status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        String detail = "This call accepts "
                + String.join(
                        ", ",
                        failure.getSupportedMediaTypes().stream()
                                .map(MediaType::toString)
                                .toList())
                + ".";
        ProblemDetail body = Problems.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, detail, path(request));
        return super.handleExceptionInternal(failure, body, json(headers), status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String detail = body instanceof ProblemDetail given && given.getDetail() != null
                ? given.getDetail()
                : described(failure);
        ProblemDetail problem = Problems.of(status, ProblemCode.of(status), detail, path(request));
        return super.handleExceptionInternal(failure, problem, json(headers), status, request);
    }

    private static String described(Exception failure) {
        if (failure instanceof NoResourceFoundException) {
            return "There is nothing at this path.";
        }
        if (failure instanceof HttpRequestMethodNotSupportedException method) {
            return "This path does not take " + method.getMethod() + ".";
        }
        return "The request cannot be handled.";
    }

    private static String unreadable(HttpMessageNotReadableException failure) {
        if (failure.getCause() instanceof JacksonException json) {
            TokenStreamLocation at = json.getLocation();
            String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            return "The body is not the JSON this call expects" + where + ".";
        }
        return "The body is missing or cannot be read.";
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail body, HttpHeaders headers) {
        return ResponseEntity.status(body.getStatus()).headers(json(headers)).body(body);
    }

    private static HttpHeaders json(HttpHeaders headers) {
        HttpHeaders copy = new HttpHeaders();
        copy.putAll(headers);
        // Set here, so that no Accept header can turn a problem into something else.
        copy.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        copy.setCacheControl("no-store");
        return copy;
    }

    private static String path(WebRequest request) {
        return ((ServletWebRequest) request).getRequest().getRequestURI();
    }
}
