package io.ordermill.core.order;

import static java.sql.Types.BIGINT;
import static java.sql.Types.BOOLEAN;
import static java.sql.Types.DATE;
import static java.sql.Types.INTEGER;
import static java.sql.Types.NUMERIC;
import static java.sql.Types.OTHER;
import static java.sql.Types.TIMESTAMP_WITH_TIMEZONE;
import static java.sql.Types.VARCHAR;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables an order is written to. */
final class OrderTables {

    private OrderTables() {}

    /**
     * A header about to be written.
     *
     * @param itemIndex null, like {@code operationId}, for an order that came alone
     * @param watchedExternalId the external id where it is to be unique
     */
    record Header(
            long orderId,
            String companyId,
            long orderNumber,
            @Nullable UUID operationId,
            @Nullable Integer itemIndex,
            @Nullable Long postingCycle,
            @Nullable String watchedExternalId,
            OffsetDateTime savedAt,
            ValidOrder valid,
            EncodedOrder encoded) {}

    /**
     * A detail line about to be written.
     *
     * @param number 1-based
     */
    record Line(
            long orderId,
            int number,
            OrderLine line,
            @Nullable String glAnalysis) {}

    record OrderPosting(long orderId, Posting posting) {}

    record Task(long orderId, int lineNumber) {}

    /** What is known of a header only when it is written. */
    static final List<Column<Header>> HEADER_KEYS = List.of(
            new Column<>("order_id", BIGINT, Header::orderId),
            new Column<>("company_id", VARCHAR, Header::companyId),
            new Column<>("order_number", BIGINT, Header::orderNumber),
            new Column<>("operation_id", OTHER, Header::operationId),
            new Column<>("item_index", INTEGER, Header::itemIndex),
            new Column<>("posting_cycle", BIGINT, Header::postingCycle),
            new Column<>("unique_external_order_id", VARCHAR, Header::watchedExternalId),
            new Column<>("saved_at", TIMESTAMP_WITH_TIMEZONE, Header::savedAt));

    /** What the order itself determines. */
    static final List<Column<ValidOrder>> HEADER_CONTENT = List.of(
            order("line_count", INTEGER, order -> order.orderLines().size()),
            new Column<>("total_amount", NUMERIC, ValidOrder::totalAmount),
            order("accountable", VARCHAR, SalesOrder::accountable),
            order("customer_id", VARCHAR, SalesOrder::customerId),
            order("is_back_to_back_order_used", BOOLEAN, SalesOrder::isBackToBackOrderUsed),
            order("is_billed_at_project", BOOLEAN, SalesOrder::isBilledAtProject),
            order("currency_code", VARCHAR, SalesOrder::currencyCode),
            order("is_part_of_consolidated_invoice", BOOLEAN, SalesOrder::isPartOfConsolidatedInvoice),
            order("external_reference", VARCHAR, SalesOrder::externalReference),
            order("external_order_id", VARCHAR, SalesOrder::externalOrderId),
            order("follow_up", DATE, SalesOrder::followUp),
            order("notes", VARCHAR, SalesOrder::notes),
            order("order_date", DATE, SalesOrder::orderDate),
            order("order_type", VARCHAR, SalesOrder::orderType),
            order("period", INTEGER, SalesOrder::period),
            order("responsible", VARCHAR, SalesOrder::responsible),
            order("sales_person", VARCHAR, SalesOrder::salesPerson),
            order("order_status", VARCHAR, SalesOrder::orderStatus),
            order("transaction_type", VARCHAR, SalesOrder::transactionType),
            order("default_gl_analysis", VARCHAR, order -> json(order.defaultGLAnalysis(), StoredJson::dimensions)),
            order("has_delivery_information", BOOLEAN, order -> order.deliveryInformation() != null),
            delivery("third_party_delivery_id", VARCHAR, DeliveryInformation::thirdPartyDeliveryId),
            delivery("third_party_delivery_address_id", BIGINT, DeliveryInformation::thirdPartyDeliveryAddressId),
            delivery("third_party_type_delivery_address", VARCHAR, DeliveryInformation::thirdPartyTypeDeliveryAddress),
            delivery("third_party_delivery_address", VARCHAR, DeliveryInformation::thirdPartyDeliveryAddress),
            delivery("delivery_method_description", VARCHAR, DeliveryInformation::deliveryMethodDescription),
            delivery("delivery_terms_description", VARCHAR, DeliveryInformation::deliveryTermsDescription),
            delivery("delivery_comment", VARCHAR, DeliveryInformation::deliveryComment),
            delivery("delivery_date", DATE, DeliveryInformation::deliveryDate),
            delivery("delivery_method", VARCHAR, DeliveryInformation::deliveryMethod),
            delivery("delivery_terms", VARCHAR, DeliveryInformation::deliveryTerms),
            order("has_invoicing", BOOLEAN, order -> order.invoicing() != null),
            invoicing("customer_address_id", BIGINT, Invoicing::customerAddressId),
            invoicing("invoice_recipient_id", VARCHAR, Invoicing::invoiceRecipientId),
            invoicing("header_text", VARCHAR, Invoicing::headerText),
            invoicing("footer_text", VARCHAR, Invoicing::footerText),
            invoicing("payment_method", VARCHAR, Invoicing::paymentMethod),
            invoicing("payment_terms", VARCHAR, Invoicing::paymentTerms),
            invoicing("text1", VARCHAR, Invoicing::text1),
            invoicing("text2", VARCHAR, Invoicing::text2),
            invoicing("text3", VARCHAR, Invoicing::text3),
            invoicing("text4", VARCHAR, Invoicing::text4));

    /** The keys come first, so that the content can be encoded apart. */
    static final Table<Header> HEADERS = new Table<>(
            "sales_order",
            Stream.concat(HEADER_KEYS.stream(), HEADER_CONTENT.stream().map(column -> column.of(Header::valid)))
                    .toList());

    static final Table<Line> LINES = new Table<>(
            "sales_order_line",
            List.of(
                    new Column<>("order_id", BIGINT, Line::orderId),
                    new Column<>("line_number", INTEGER, Line::number),
                    line("distribution_key", BIGINT, OrderLine::distributionKey),
                    line("product_code", VARCHAR, OrderLine::productCode),
                    line("product_description", VARCHAR, OrderLine::productDescription),
                    line("is_back_to_back_order_used_on_line", BOOLEAN, OrderLine::isBackToBackOrderUsedOnLine),
                    line("back_to_back_order_number", BIGINT, OrderLine::backToBackOrderNumber),
                    line(
                            "is_customer_address_used_on_back_to_back_order",
                            BOOLEAN,
                            OrderLine::isCustomerAddressUsedOnBackToBackOrder),
                    line("currency_amount", NUMERIC, OrderLine::currencyAmount),
                    line("line_discount_percent", NUMERIC, OrderLine::lineDiscountPercent),
                    line("line_delivery_date", DATE, OrderLine::lineDeliveryDate),
                    line("status", VARCHAR, OrderLine::status),
                    line("back_to_back_order_priority", VARCHAR, OrderLine::backToBackOrderPriority),
                    line("price", NUMERIC, OrderLine::price),
                    line("product_text", VARCHAR, OrderLine::productText),
                    line("quantity", NUMERIC, OrderLine::quantity),
                    line("accounting_template", VARCHAR, OrderLine::accountingTemplate),
                    line("unit", VARCHAR, OrderLine::unit),
                    new Column<>("gl_analysis", VARCHAR, Line::glAnalysis)));

    static final Table<OrderPosting> POSTINGS = new Table<>(
            "gl_posting",
            List.of(
                    new Column<>("order_id", BIGINT, OrderPosting::orderId),
                    posting("line_number", INTEGER, Posting::lineNumber),
                    posting("split_number", INTEGER, Posting::splitNumber),
                    posting("kind", VARCHAR, posting -> posting.kind().label()),
                    posting("account", VARCHAR, Posting::account),
                    dimension(1),
                    dimension(2),
                    dimension(3),
                    dimension(4),
                    dimension(5),
                    dimension(6),
                    dimension(7),
                    posting("amount", NUMERIC, Posting::amount),
                    posting("tax_code", VARCHAR, Posting::taxCode)));

    static final Table<Task> TASKS = new Table<>(
            "workflow_task",
            List.of(
                    new Column<>("order_id", BIGINT, Task::orderId),
                    new Column<>("line_number", INTEGER, Task::lineNumber)));

    static Stream<Line> lines(long orderId, ValidOrder order) {
        List<OrderLine> lines = order.order().orderLines();
        return IntStream.range(0, lines.size())
                .mapToObj(i -> new Line(
                        orderId, i + 1, lines.get(i), order.glAnalyses().get(i)));
    }

    static Stream<OrderPosting> postings(long orderId, ValidOrder order) {
        return order.postings().stream().map(posting -> new OrderPosting(orderId, posting));
    }

    static Stream<Task> tasks(Header header) {
        return IntStream.rangeClosed(1, header.valid().order().orderLines().size())
                .mapToObj(line -> new Task(header.orderId(), line));
    }

    private static Column<ValidOrder> order(String name, int sqlType, Function<SalesOrder, @Nullable Object> value) {
        return new Column<>(name, sqlType, valid -> value.apply(valid.order()));
    }

    private static Column<ValidOrder> delivery(
            String name, int sqlType, Function<DeliveryInformation, @Nullable Object> value) {
        return order(name, sqlType, order -> orNull(order.deliveryInformation(), value));
    }

    private static Column<ValidOrder> invoicing(String name, int sqlType, Function<Invoicing, @Nullable Object> value) {
        return order(name, sqlType, order -> orNull(order.invoicing(), value));
    }

    private static Column<Line> line(String name, int sqlType, Function<OrderLine, @Nullable Object> value) {
        return new Column<>(name, sqlType, line -> value.apply(line.line));
    }

    private static Column<OrderPosting> posting(String name, int sqlType, Function<Posting, @Nullable Object> value) {
        return new Column<>(name, sqlType, row -> value.apply(row.posting));
    }

    private static Column<OrderPosting> dimension(int number) {
        return posting("dim" + number, VARCHAR, posting -> posting.dimensions().get(number - 1));
    }

    private static <G> @Nullable Object orNull(@Nullable G group, Function<G, @Nullable Object> value) {
        return group == null ? null : value.apply(group);
    }

    private static <G> @Nullable Object json(@Nullable G group, Function<G, String> json) {
        return group == null ? null : json.apply(group);
    }
}
