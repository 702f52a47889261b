package io.ordermill.worker.job;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;

/** Breaks off with a {@link ReadingStoppedException}. Threads are never interrupted: embedded H2 closes its file on that. */
final class StoppableInputStream extends FilterInputStream {

    private final BooleanSupplier stopping;

    StoppableInputStream(InputStream in, BooleanSupplier stopping) {
        super(in);
        this.stopping = stopping;
    }

    @Override
    public int read() throws IOException {
        checkStopping();
        return super.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        checkStopping();
        return super.read(buffer, offset, length);
    }

    private void checkStopping() {
        if (stopping.getAsBoolean()) {
            throw new ReadingStoppedException();
        }
    }
}
