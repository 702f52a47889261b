package io.ordermill.worker.job;

/** The process is ending while a file is being read. No IOException, which would count as damage of the file. */
class ReadingStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReadingStoppedException() {
        super("the worker is shutting down");
    }
}
