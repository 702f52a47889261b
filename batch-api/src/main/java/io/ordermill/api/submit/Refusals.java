package io.ordermill.api.submit;

import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import org.springframework.util.unit.DataSize;

/** Why an upload is not taken. */
final class Refusals {

    private Refusals() {}

    /** The exact text of seed 001, POST_002. */
    static ProblemException fileNotPresent() {
        return new ProblemException(ProblemCode.FILE_NOT_PRESENT, "File not present in MIME multipart content.");
    }

    static ProblemException invalid(String detail) {
        return new ProblemException(ProblemCode.INVALID_UPLOAD, detail);
    }

    static ProblemException tooLarge(DataSize limit) {
        return new ProblemException(
                ProblemCode.BODY_TOO_LARGE,
                "The upload is larger than the maximum allowed size of " + limit.toBytes() + " bytes.");
    }

    static ProblemException tooSlow() {
        return new ProblemException(ProblemCode.REQUEST_TIMEOUT, "The body did not arrive in time.");
    }

    static ProblemException noSpace() {
        return new ProblemException(
                        ProblemCode.INSUFFICIENT_STORAGE, "There is no space for uploads at the moment. Try again.")
                .retryAfter(60);
    }

    static ProblemException unsupportedType() {
        return new ProblemException(
                        ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                        "The body must be multipart/form-data with one file, or the file itself as application/json,"
                                + " application/gzip or application/zstd.")
                .withHeader("Accept-Post", "multipart/form-data, application/json, application/gzip, application/zstd");
    }
}
