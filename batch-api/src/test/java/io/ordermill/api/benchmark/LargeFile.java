package io.ordermill.api.benchmark;

import io.ordermill.core.testing.GeneratedOrders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** The largest batch that is let in, as the seed's simple example: by default 50,000 orders of 10 lines, compressed. */
final class LargeFile {

    static final int ORDERS = Integer.getInteger("benchmark.orders", 50_000);
    static final int LINES = Integer.getInteger("benchmark.lines", 10);

    private LargeFile() {}

    static byte[] plain() {
        return GeneratedOrders.simple(ORDERS, LINES);
    }

    static byte[] gzip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain());
        }
        return bytes.toByteArray();
    }

    static String describe() {
        return "%,d orders of %d lines".formatted(ORDERS, LINES);
    }
}
