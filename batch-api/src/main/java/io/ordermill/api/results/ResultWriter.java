package io.ordermill.api.results;

import java.io.IOException;

/** Writes elements one by one. */
interface ResultWriter {

    void write(ResultElement element) throws IOException;

    /** Writes what comes after the last element. */
    void end() throws IOException;
}
