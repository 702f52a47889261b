package io.ordermill.api.benchmark;

import com.github.luben.zstd.ZstdOutputStream;
import io.ordermill.core.testing.GeneratedOrders;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A file at the edge of what is let in. */
enum Extreme {
    COMPLETE("50,000 orders of 10 lines, every member given", 50_000, true) {
        @Override
        void write(OutputStream out) throws IOException {
            GeneratedOrders.writeComplete(out, orders, 10);
        }
    },
    LONG_ORDERS("516 orders of 1,000 lines, every member given", 516, true) {
        @Override
        void write(OutputStream out) throws IOException {
            GeneratedOrders.writeComplete(out, orders, 1_000);
        }
    },
    ALL_REFUSED("50,000 orders of 10 lines, each with 14 errors", 50_000, false) {
        @Override
        void write(OutputStream out) throws IOException {
            GeneratedOrders.write(out, orders, index -> 10, "");
        }
    },
    MOST_ELEMENTS("400,000 empty orders", 400_000, false) {
        @Override
        void write(OutputStream out) throws IOException {
            out.write('[');
            for (int i = 0; i < orders; i++) {
                out.write((i == 0 ? "{}" : ",{}").getBytes(StandardCharsets.US_ASCII));
            }
            out.write(']');
        }
    },
    LARGEST_ELEMENTS("40 orders of 1,000 lines and 8 MB each", 40, true) {
        @Override
        void write(OutputStream out) throws IOException {
            GeneratedOrders.write(out, orders, index -> 1_000, LONG_TEXT);
        }
    },
    LARGEST_REFUSED("40 refused orders of 1,000 lines and 8 MB each", 40, false) {
        @Override
        void write(OutputStream out) throws IOException {
            GeneratedOrders.write(out, orders, index -> 1_000, LONG_TEXT);
        }
    },
    HIGHEST_COMPRESSION("260 MB of text in gzip", 6_500, true) {
        @Override
        void write(OutputStream out) throws IOException {
            GeneratedOrders.write(out, orders, index -> 10, "x".repeat(4_000));
        }
    },
    WIDEST_WINDOW("260 MB of text in zstd with a window of 8 MB", 6_500, true) {
        @Override
        void write(OutputStream out) throws IOException {
            GeneratedOrders.write(out, orders, index -> 10, "x".repeat(4_000));
        }

        @Override
        OutputStream compressing(OutputStream out) throws IOException {
            return new ZstdOutputStream(out, 3).setLong(23);
        }
    };

    /** Four bytes each, so many that an order of 1,000 lines takes nearly as much as an element may. */
    private static final String LONG_TEXT = "\ud83d\ude9a".repeat(2_000);

    final String description;
    final int orders;

    /** False where the references are missing that the orders point to. */
    final boolean isValid;

    Extreme(String description, int orders, boolean isValid) {
        this.description = description;
        this.orders = orders;
        this.isValid = isValid;
    }

    abstract void write(OutputStream out) throws IOException;

    OutputStream compressing(OutputStream out) throws IOException {
        return new GZIPOutputStream(out, 1 << 16);
    }

    void writeTo(Path file) throws IOException {
        try (OutputStream out =
                new BufferedOutputStream(compressing(new BufferedOutputStream(Files.newOutputStream(file))), 1 << 16)) {
            write(out);
        }
    }
}
