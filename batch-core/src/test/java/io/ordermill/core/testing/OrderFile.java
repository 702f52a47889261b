package io.ordermill.core.testing;

import io.ordermill.core.file.FileLimits;
import io.ordermill.core.file.ItemReader;
import io.ordermill.core.order.DraftOrder;
import io.ordermill.core.order.OrderReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.springframework.util.unit.DataSize;

/** What benchmarks read: a generated file in memory. */
@State(Scope.Benchmark)
public class OrderFile {

    /** Scores count orders; a full import has 25 times as many. */
    public static final int ORDERS = 2_000;

    /** The product's defaults. */
    public static final FileLimits LIMITS = new FileLimits(
            DataSize.ofGigabytes(4),
            400_000,
            DataSize.ofMegabytes(16),
            DataSize.ofMegabytes(1),
            DataSize.ofMegabytes(8),
            32);

    private static final int LINES = 10;

    /** As in the seed's Simple Example, or with every member as in its Complete Example. */
    @Param({"simple", "complete"})
    public String shape;

    private byte[] plain;
    private byte[] compressed;

    @Setup
    public void generate() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        if (shape.equals("simple")) {
            GeneratedOrders.write(file, ORDERS, index -> LINES, "");
        } else {
            GeneratedOrders.writeComplete(file, ORDERS, LINES);
        }
        plain = file.toByteArray();
        compressed = gzip(plain);
        System.out.printf("%n%d bytes of text, %d compressed%n", plain.length, compressed.length);
    }

    public InputStream plain() {
        return new ByteArrayInputStream(plain);
    }

    public InputStream compressed() {
        return new ByteArrayInputStream(compressed);
    }

    /** The orders of one of both, as they are read for an import. */
    public ItemReader<DraftOrder> drafts(InputStream bytes) throws IOException {
        OrderReader orders = new OrderReader(false, 1_000);
        return ItemReader.open(bytes, LIMITS, parser -> Objects.requireNonNull(orders.read(parser)));
    }

    private static byte[] gzip(byte[] text) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(text);
        }
        return compressed.toByteArray();
    }
}
