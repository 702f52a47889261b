package io.ordermill.core.file;

import static io.ordermill.core.file.Files.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import io.ordermill.core.order.DraftOrder;
import io.ordermill.core.order.OrderReader;
import io.ordermill.core.testing.TestOrders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;

class ItemReaderTest {

    private static final ThreadMXBean ALLOCATIONS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final String MIXED =
            "\ufeff [ {\"a\" : [1, {}]},\n\t\"é\\u0041🚚\",-1.5e+3 ,true,null,[ [ ] ], 7]\n";
    private static final List<String> ELEMENTS =
            List.of("{\"a\" : [1, {}]}", "\"é\\u0041🚚\"", "-1.5e+3", "true", "null", "[ [ ] ]", "7");

    @Test
    void givesTheExactBytesOfEachElement() throws IOException {
        for (byte[] file : List.of(utf8(MIXED), Files.gzip(MIXED), Files.zstd(MIXED))) {
            assertThat(elements(new ByteArrayInputStream(file), 0)).isEqualTo(ELEMENTS);
            assertThat(elements(Files.dripping(file), 0)).isEqualTo(ELEMENTS);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 6, 7, 8})
    void goesOnBehindSkippedElements(int skipped) throws IOException {
        assertThat(elements(new ByteArrayInputStream(utf8(MIXED)), skipped))
                .isEqualTo(ELEMENTS.subList(Math.min(skipped, 7), 7));
    }

    @Test
    void countsSkippedElements() throws IOException {
        try (ItemReader<Boolean> reader = open(new ByteArrayInputStream(utf8(MIXED)))) {
            reader.skip(2);
            assertThat(reader.next().index()).isEqualTo(2);
            reader.skip(3);
            assertThat(reader.next().index()).isEqualTo(6);
            assertThat(reader.next()).isNull();
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void findsNothingInAnEmptyArray() throws IOException {
        assertThat(elements(new ByteArrayInputStream(utf8("[]")), 0)).isEmpty();
    }

    @Test
    void givesLargeElementsWhole() throws IOException {
        String large = "{\"a\": \"" + "ø".repeat(500_000) + "\"}";
        String file = "[" + large + ", 1, " + large + "," + large + "]";

        assertThat(elements(new ByteArrayInputStream(Files.gzip(file)), 0)).containsExactly(large, "1", large, large);
    }

    @Test
    void copiesAnElementOnlyOnce() throws IOException {
        int size = 15_000_000;
        String text = "x".repeat(1_000_000);
        byte[] file = utf8("[[" + String.join(",", Collections.nCopies(size / text.length(), '"' + text + '"')) + "]]");

        long before = ALLOCATIONS.getCurrentThreadAllocatedBytes();
        try (ItemReader<Boolean> reader = open(new ByteArrayInputStream(file))) {
            assertThat(reader.next().json().length()).isGreaterThan(size);
        }

        assertThat(ALLOCATIONS.getCurrentThreadAllocatedBytes() - before).isLessThan(size + size / 10);
    }

    @Test
    void givesManyElementsWholeAcrossAllBufferEnds() throws IOException {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            expected.add("{\"a\": \"" + "ø".repeat(i % 17) + "\", \"n\": " + i + "}");
        }

        assertThat(elements(new ByteArrayInputStream(Files.zstd("[" + String.join(" , ", expected) + "]")), 0))
                .isEqualTo(expected);
    }

    @Test
    void handsOrdersToTheOrderReader() throws IOException {
        String file = TestOrders.simpleExample().replaceFirst("\\]\\s*$", ", 17]");
        OrderReader orders = new OrderReader(false, 12);

        try (ItemReader<DraftOrder> reader =
                ItemReader.open(new ByteArrayInputStream(utf8(file)), Files.DEFAULTS, orders::read)) {
            assertThat(reader.next().value().order().customerId()).isEqualTo("1000");
            assertThat(reader.next().value().order().customerId()).isEqualTo("1015");
            assertThat(reader.next().value()).isNull();
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void throwsWhereTheStoreFails() {
        for (String beginning : List.of("", "[", "[{\"a\": 1}, ", "[" + "1,".repeat(10_000))) {
            InputStream failing = Files.failing(utf8(beginning), () -> new IOException("the database is gone"));

            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> elements(failing, 0))
                    .withMessage("the database is gone");
        }
    }

    @Test
    void closesTheStoredBytes() throws IOException {
        boolean[] closed = {false};
        InputStream stored = new ByteArrayInputStream(utf8("[]")) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        open(stored).close();

        assertThat(closed).containsExactly(true);
    }

    private static ItemReader<Boolean> open(InputStream stored) throws IOException {
        return ItemReader.open(stored, Files.DEFAULTS, ItemReaderTest::pass);
    }

    private static Boolean pass(JsonParser parser) {
        parser.skipChildren();
        return true;
    }

    private static List<String> elements(InputStream stored, int skipped) throws IOException {
        List<String> elements = new ArrayList<>();
        try (ItemReader<Boolean> reader = open(stored)) {
            reader.skip(skipped);
            for (FileItem<Boolean> item = reader.next(); item != null; item = reader.next()) {
                elements.add(new String(item.json().toByteArray(), StandardCharsets.UTF_8));
            }
        }
        return elements;
    }
}
