package io.ordermill.api.console;

import io.ordermill.api.problem.Outage;
import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import io.ordermill.core.upload.UploadDeletedException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.ModelAndView;

/**
 * What somebody at the screen is told about a failure.
 *
 * @param reference finds the reason in the log; null where there is no more to know
 */
public record Failure(
        HttpStatusCode status,
        String title,
        String detail,
        @Nullable String reference) {

    private static final Logger LOG = LoggerFactory.getLogger(Failure.class);

    static Failure of(Exception failure, HttpServletRequest request) {
        if (failure instanceof ProblemException problem) {
            return of(problem.code().status(), problem.detail());
        }
        if (failure instanceof ErrorResponse response) {
            return of(response.getStatusCode(), "There is nothing to be seen at this address.");
        }
        if (failure instanceof UploadDeletedException) {
            return of(
                    HttpStatus.GONE, "The uploaded file has been deleted, as it is some time after its import ended.");
        }
        Optional<ProblemCode> outage = Outage.of(failure);
        if (outage.isPresent()) {
            LOG.warn(
                    "{} {} cannot be shown; see to the database and its disk: {}",
                    request.getMethod(),
                    request.getRequestURI(),
                    failure.getMessage());
            return of(outage.get().status(), "The service cannot work at the moment. Try again in a few seconds.");
        }
        String reference = UUID.randomUUID().toString();
        LOG.error("{} {} failed, error id {}", request.getMethod(), request.getRequestURI(), reference, failure);
        HttpStatus status = HttpStatus.INTERNAL_SERVER_ERROR;
        return new Failure(status, title(status), "The fault is ours; the reference finds it in the log.", reference);
    }

    ModelAndView page() {
        ModelAndView page = new ModelAndView("console/failure", "failure", this);
        page.setStatus(status);
        return page;
    }

    private static Failure of(HttpStatusCode status, String detail) {
        return new Failure(status, title(status), detail, null);
    }

    private static String title(HttpStatusCode status) {
        return switch (status.value()) {
            case 403 -> "Not permitted";
            case 404 -> "Not found";
            case 409 -> "Not possible now";
            case 410 -> "No longer there";
            case 503, 507 -> "Not available";
            default -> status.is4xxClientError() ? "Not understood" : "Something went wrong";
        };
    }
}
