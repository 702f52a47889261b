package io.ordermill.api.problem;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** What can be wrong with a call. The names are part of the HTTP contract and never change. */
public enum ProblemCode {
    /** The request cannot be understood. */
    BAD_REQUEST(HttpStatus.BAD_REQUEST),
    /** A query parameter is unknown, repeated, or has a value it cannot have. */
    INVALID_PARAMETER(HttpStatus.BAD_REQUEST),
    /** No file came with the submission (seed 001, POST_002). */
    FILE_NOT_PRESENT(HttpStatus.BAD_REQUEST),
    /** More than one file, an empty one, or a body that breaks off. */
    INVALID_UPLOAD(HttpStatus.BAD_REQUEST),
    /** The header is repeated, empty, too long, or has other than visible ASCII characters. */
    INVALID_IDEMPOTENCY_KEY(HttpStatus.BAD_REQUEST),
    /** The body is not well-formed JSON or CSV. */
    MALFORMED_BODY(HttpStatus.BAD_REQUEST),
    /** The URL or the events of a webhook are not to be had. */
    INVALID_WEBHOOK(HttpStatus.BAD_REQUEST),
    /** No or wrong credentials, or no permission to import (seed 001, POST_001). */
    UNAUTHORIZED(HttpStatus.UNAUTHORIZED),
    /** The company is unknown or not the client's (seed 001, POST_008), or the client lacks the call's scope. */
    FORBIDDEN(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    /** The body came too slowly. */
    REQUEST_TIMEOUT(HttpStatus.REQUEST_TIMEOUT),
    /** The operation still runs; its results come when it has ended. */
    OPERATION_NOT_ENDED(HttpStatus.CONFLICT),
    /** The operation has completed or failed and cannot be cancelled any more. */
    OPERATION_ENDED(HttpStatus.CONFLICT),
    /** An equal request with the same key is still being carried out. */
    IDEMPOTENT_REQUEST_IN_PROGRESS(HttpStatus.CONFLICT),
    /** The company has as many webhooks as it may. */
    TOO_MANY_WEBHOOKS(HttpStatus.CONFLICT),
    /** The webhook is disabled; enable it first. */
    WEBHOOK_DISABLED(HttpStatus.CONFLICT),
    /** Saved orders share an external order id, so it cannot be made unique. */
    EXTERNAL_ORDER_IDS_NOT_UNIQUE(HttpStatus.CONFLICT),
    /** The operation has a retry already; {@code retriedBy} names it. */
    OPERATION_RETRIED(HttpStatus.CONFLICT),
    /** All orders of the operation are saved. */
    NOTHING_TO_RETRY(HttpStatus.CONFLICT),
    /** The uploaded file is not whole or valid, so single orders of it cannot be given back. */
    UPLOAD_UNREADABLE(HttpStatus.CONFLICT),
    /** The client is the last administrator: without it nobody could let anyone in again. */
    LAST_ADMINISTRATOR(HttpStatus.CONFLICT),
    /** The results have been deleted, as they are after a time; the status is still there. */
    RESULTS_EXPIRED(HttpStatus.GONE),
    /** The uploaded bytes have been deleted, as they are after a time. */
    UPLOAD_EXPIRED(HttpStatus.GONE),
    /** The request was carried out before, and what came of it has been deleted. */
    OPERATION_DELETED(HttpStatus.GONE),
    /** The body is over a limit; the detail names it. */
    BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    /** The order breaks rules; {@code errors} lists them. */
    INVALID_ORDER(HttpStatus.UNPROCESSABLE_CONTENT),
    /** Rows of reference data break rules; {@code errors} lists them. */
    INVALID_REFERENCE_DATA(HttpStatus.UNPROCESSABLE_CONTENT),
    /** The body is well-formed but says something that cannot be. */
    INVALID_CONTENT(HttpStatus.UNPROCESSABLE_CONTENT),
    /** The key stands for a request with other parameters or bytes. */
    IDEMPOTENCY_KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT),
    /** Too many operations wait already. */
    QUEUE_FULL(HttpStatus.TOO_MANY_REQUESTS),
    /** For the client id, from the address of the caller; the secret at hand was not looked at. */
    TOO_MANY_WRONG_SECRETS(HttpStatus.TOO_MANY_REQUESTS),
    /** This process has as many event streams open as it may. */
    TOO_MANY_STREAMS(HttpStatus.SERVICE_UNAVAILABLE),
    /** The product failed; {@code errorId} finds the reason in its log. */
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR),
    /** The database cannot be reached. */
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
    /** The disk of the database or of the uploads under way is full. */
    INSUFFICIENT_STORAGE(HttpStatus.INSUFFICIENT_STORAGE);

    private final HttpStatus status;

    ProblemCode(HttpStatus status) {
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }

    /** The code of an error that the framework or the container found, of which only the status is known. */
    static ProblemCode of(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> UNAUTHORIZED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> REQUEST_TIMEOUT;
            case 413 -> BODY_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 503 -> UNAVAILABLE;
            case 507 -> INSUFFICIENT_STORAGE;
            default -> status.is4xxClientError() ? BAD_REQUEST : INTERNAL_ERROR;
        };
    }
}
