package io.ordermill.core.testing;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.IntUnaryOperator;

/**
 * Files of sales orders of any size, the same for the same arguments. Order {@code i} carries the external id {@code G-i},
 * so that a test can tell which orders it finds again. The references are those of the demo company.
 */
public final class GeneratedOrders {

    private GeneratedOrders() {}

    /** So many orders of so many lines in the shape of the seed's simple example. */
    public static byte[] simple(int orders, int lines) {
        return simple(orders, index -> lines);
    }

    /** As {@link #simple(int, int)}, the number of lines by the order's index. */
    public static byte[] simple(int orders, IntUnaryOperator lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(bytes, orders, lines, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Writes a file without holding it in memory.
     *
     * @param productText goes into every line, to make a file large
     */
    public static void write(OutputStream out, int orders, IntUnaryOperator lines, String productText)
            throws IOException {
        Writer json = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        json.write("[");
        for (int index = 0; index < orders; index++) {
            json.write(index == 0 ? "\n" : ",\n");
            writeOrder(json, index, lines.applyAsInt(index), productText);
        }
        json.write("\n]\n");
        json.flush();
    }

    /**
     * Writes a file in the shape of the seed's Complete Example: every member given, the order number included.
     */
    public static void writeComplete(OutputStream out, int orders, int lines) throws IOException {
        Writer json = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        CompleteOrders complete = new CompleteOrders();
        json.write("[");
        for (int index = 0; index < orders; index++) {
            json.write(index == 0 ? "\n" : ",\n");
            complete.write(json, index, lines);
        }
        json.write("\n]\n");
        json.flush();
    }

    private static void writeOrder(Writer json, int index, int lines, String productText) throws IOException {
        json.write("{\"customerId\":\"" + (index % 2 == 0 ? "1000" : "1015") + "\",\"transactionType\":\"SO\",");
        json.write("\"responsible\":\"FRED\",\"salesPerson\":\"SYSEN\",\"externalOrderId\":\"G-" + index + "\",");
        json.write("\"orderLines\":[");
        for (int line = 0; line < lines; line++) {
            json.write(line == 0 ? "" : ",");
            json.write("{\"productCode\":\"NESP02\",\"price\":0.90,\"quantity\":" + (1 + (index + line) % 50) + ",");
            json.write(productText.isEmpty() ? "" : "\"productText\":\"" + productText + "\",");
            json.write("\"glAnalysis\":[{\"accounting\":{\"dim1\":{\"dimValue\":\"120\"},"
                    + "\"dim2\":{\"dimValue\":\"1000\"}}}]}");
        }
        json.write("]}");
    }
}
