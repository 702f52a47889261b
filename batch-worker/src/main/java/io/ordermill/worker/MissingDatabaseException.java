package io.ordermill.worker;

/** A worker without a queue to work on. */
class MissingDatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingDatabaseException() {
        super("A worker shares its database with the API, but none was named.");
    }
}
