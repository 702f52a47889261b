package io.ordermill.core.testing;

import io.ordermill.core.order.DraftOrder;
import io.ordermill.core.order.OrderReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * Orders as callers write them: {@code anOrder().withCustomer("1000").withLine(aLine().withQuantity("2"))}. An order from
 * {@link #anOrder()} is valid with the reference data of {@link FixedReferences#likeTheSeed()}.
 */
public final class TestOrders {

    private static final JsonMapper JSON = JsonMapper.shared();

    private TestOrders() {}

    /** Customer 1000, transaction type SO, one line. */
    public static OrderBuilder anOrder() {
        return new OrderBuilder(JSON.createObjectNode())
                .with("customerId", "1000")
                .with("transactionType", "SO")
                .with("responsible", "FRED")
                .with("salesPerson", "SYSEN")
                .withLine(aLine());
    }

    /** Product 1000, once, for 50. */
    public static LineBuilder aLine() {
        return new LineBuilder(JSON.createObjectNode())
                .with("productCode", "1000")
                .withPrice("50.0")
                .withQuantity("1");
    }

    /** A file of these orders. */
    public static String file(OrderBuilder... orders) {
        return Arrays.stream(orders).map(OrderBuilder::toJson).collect(Collectors.joining(",\n", "[", "]"));
    }

    public static String simpleExample() {
        return seed("simple-example.json");
    }

    public static String completeExample() {
        return seed("complete-example.json");
    }

    /** Reads one order as an import does. */
    public static DraftOrder draft(String json) {
        return draft(json, 1_000);
    }

    public static DraftOrder draft(String json, int maxLines) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            return new OrderReader(false, maxLines).read(parser);
        }
    }

    private static String seed(String name) {
        try (InputStream file = TestOrders.class.getResourceAsStream("/seed/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What orders and lines have in common: members given as text, or as raw JSON. */
    public abstract static class Builder<B extends Builder<B>> {

        final ObjectNode node;

        private Builder(ObjectNode node) {
            this.node = node;
        }

        abstract B self();

        public B with(String member, String text) {
            node.put(member, text);
            return self();
        }

        /** Any JSON, for example {@code 1e999} or {@code {"dim1": {}}}. */
        public B withJson(String member, String json) {
            node.putRawValue(member, new RawValue(json));
            return self();
        }

        public B without(String member) {
            node.remove(member);
            return self();
        }

        public String toJson() {
            return JSON.writeValueAsString(node);
        }
    }

    public static final class OrderBuilder extends Builder<OrderBuilder> {

        private OrderBuilder(ObjectNode node) {
            super(node);
        }

        @Override
        OrderBuilder self() {
            return this;
        }

        public OrderBuilder withCustomer(String customerId) {
            return with("customerId", customerId);
        }

        public OrderBuilder withUnknownCustomer() {
            return withCustomer("NOBODY");
        }

        public OrderBuilder withTransactionType(String transactionType) {
            return with("transactionType", transactionType);
        }

        public OrderBuilder withOrderNumber(long orderNumber) {
            return withJson("orderNumber", Long.toString(orderNumber));
        }

        public OrderBuilder withExternalOrderId(String externalOrderId) {
            return with("externalOrderId", externalOrderId);
        }

        public OrderBuilder withoutLines() {
            return without("orderLines");
        }

        public OrderBuilder withLine(LineBuilder line) {
            ArrayNode lines = node.withArray("orderLines");
            lines.add(line.node);
            return this;
        }

        /** Exactly so many plain lines. */
        public OrderBuilder withLines(int count) {
            withoutLines();
            IntStream.range(0, count).forEach(i -> withLine(aLine()));
            return this;
        }

        /** Exactly this line. */
        public OrderBuilder withOnlyLine(LineBuilder line) {
            return withoutLines().withLine(line);
        }

        public OrderBuilder withUnknownProduct() {
            return withOnlyLine(aLine().withProduct("NOTHING"));
        }

        public DraftOrder toDraft() {
            return draft(toJson());
        }
    }

    public static final class LineBuilder extends Builder<LineBuilder> {

        private LineBuilder(ObjectNode node) {
            super(node);
        }

        @Override
        LineBuilder self() {
            return this;
        }

        public LineBuilder withProduct(String productCode) {
            return with("productCode", productCode);
        }

        public LineBuilder withQuantity(String number) {
            return withJson("quantity", number);
        }

        public LineBuilder withPrice(String number) {
            return withJson("price", number);
        }

        public LineBuilder withoutPrice() {
            return without("price");
        }

        public LineBuilder withDiscountPercent(String number) {
            return withJson("lineDiscountPercent", number);
        }

        public LineBuilder withCurrencyAmount(String number) {
            return withJson("currencyAmount", number);
        }

        /** Entries of {@code glAnalysis}, each as JSON. */
        public LineBuilder withSplits(String... splits) {
            return withJson("glAnalysis", "[" + String.join(",", splits) + "]");
        }
    }
}
