package io.ordermill.api.results;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;

/** Sends a result as it is read. */
final class ResultResponse {

    private final HttpServletResponse response;

    ResultResponse(HttpServletResponse response) {
        this.response = response;
    }

    void write(ResultSource source, Opening format) throws IOException {
        boolean complete = false;
        try {
            ResultWriter writer = format.writer(response.getOutputStream());
            for (ResultElement element = source.next(); element != null; element = source.next()) {
                writer.write(element);
            }
            writer.end();
            complete = true;
        } finally {
            if (!complete && !response.isCommitted()) {
                // Nothing has been sent: what was written makes room for a problem.
                response.reset();
            }
        }
    }

    /** Begins to write in a format. */
    @FunctionalInterface
    interface Opening {
        ResultWriter writer(OutputStream out) throws IOException;
    }
}
