package io.ordermill.api.results;

import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import io.ordermill.core.operation.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Sends what became of the orders of an operation, as a file. */
@Component
public class ResultDownload {

    private final ResultSources sources;

    ResultDownload(ResultSources sources) {
        this.sources = sources;
    }

    /**
     * Sends a result while it is read.
     *
     * @param partial also of an operation that has not ended, as far as it has come
     * @throws ProblemException where there is no result to be had, as long as nothing has been sent
     */
    public void send(
            Operation operation, ResultType type, ResultFormat format, boolean partial, HttpServletResponse response)
            throws IOException {
        // What has not been processed is known only when no more will be.
        requireEnded(operation, partial && type != ResultType.UNPROCESSED);
        try (ResultSource source = sources.open(type, operation)) {
            response.setContentType(format.mediaType().toString());
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(operation, type, format));
            response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_ENCODING);
            new ResultResponse(response).write(source, out -> format.writer(out, type));
        }
    }

    static void requireEnded(Operation operation, boolean partial) {
        if (!operation.status().isTerminal() && !partial) {
            throw new ProblemException(
                            ProblemCode.OPERATION_NOT_ENDED,
                            "The operation is " + operation.status().label() + "; its results come when it has ended.")
                    .retryAfter(1);
        }
        ExpiredResults.refuse(operation);
    }

    private static String attachment(Operation operation, ResultType type, ResultFormat format) {
        return ContentDisposition.attachment()
                .filename(operation.operationId() + "-" + type.label() + "." + format.extension())
                .build()
                .toString();
    }
}
