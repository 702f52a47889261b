package io.ordermill.core.testing;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The seed's Complete Example over and over: other numbers and ids, quantities that change, any number of lines. */
final class CompleteOrders {

    private static final int QUANTITIES = 50;

    private final JsonMapper json = JsonMapper.shared();
    private final ObjectNode order;
    private final long firstNumber;
    private final List<String> lines;

    CompleteOrders() {
        order = (ObjectNode) json.readTree(TestOrders.completeExample()).get(0);
        firstNumber = order.get("orderNumber").longValue();
        ObjectNode line = (ObjectNode) order.remove("orderLines").get(0);
        lines = IntStream.rangeClosed(1, QUANTITIES)
                .mapToObj(tens -> line(line, tens))
                .toList();
    }

    // The example's price is 0.9, so ten pieces cost nine.
    private String line(ObjectNode line, int tens) {
        line.put("quantity", 10 * tens).put("currencyAmount", 9 * tens);
        ((ObjectNode) line.get("glAnalysis").get(0)).put("amount", 9 * tens);
        return json.writeValueAsString(line);
    }

    void write(Writer target, int index, int lineCount) throws IOException {
        order.put("orderNumber", firstNumber + index).put("externalOrderId", "G-" + index);
        String header = json.writeValueAsString(order);
        target.write(header, 0, header.length() - 1);
        target.write(",\"orderLines\":[");
        for (int line = 0; line < lineCount; line++) {
            target.write(line == 0 ? "" : ",");
            target.write(lines.get((index + line) % QUANTITIES));
        }
        target.write("]}");
    }
}
