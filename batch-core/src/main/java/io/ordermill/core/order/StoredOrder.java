package io.ordermill.core.order;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link OrderTables} wrote. */
final class StoredOrder {

    private StoredOrder() {}

    static SalesOrder header(ResultSet row, List<OrderLine> lines) throws SQLException {
        String defaultGlAnalysis = row.getString("default_gl_analysis");
        return new SalesOrder(
                row.getString("accountable"),
                row.getString("customer_id"),
                row.getObject("is_back_to_back_order_used", Boolean.class),
                row.getObject("is_billed_at_project", Boolean.class),
                row.getString("currency_code"),
                row.getObject("is_part_of_consolidated_invoice", Boolean.class),
                row.getString("external_reference"),
                row.getString("external_order_id"),
                row.getObject("follow_up", LocalDate.class),
                row.getString("notes"),
                row.getObject("order_date", LocalDate.class),
                row.getLong("order_number"),
                row.getString("order_type"),
                row.getInt("period"),
                row.getString("responsible"),
                row.getString("sales_person"),
                row.getString("order_status"),
                row.getString("transaction_type"),
                defaultGlAnalysis == null ? null : StoredJson.dimensions(defaultGlAnalysis),
                row.getBoolean("has_delivery_information") ? delivery(row) : null,
                row.getBoolean("has_invoicing") ? invoicing(row) : null,
                lines);
    }

    private static DeliveryInformation delivery(ResultSet row) throws SQLException {
        return new DeliveryInformation(
                row.getString("third_party_delivery_id"),
                row.getObject("third_party_delivery_address_id", Long.class),
                row.getString("third_party_type_delivery_address"),
                row.getString("third_party_delivery_address"),
                row.getString("delivery_method_description"),
                row.getString("delivery_terms_description"),
                row.getString("delivery_comment"),
                row.getObject("delivery_date", LocalDate.class),
                row.getString("delivery_method"),
                row.getString("delivery_terms"));
    }

    private static Invoicing invoicing(ResultSet row) throws SQLException {
        return new Invoicing(
                row.getObject("customer_address_id", Long.class),
                row.getString("invoice_recipient_id"),
                row.getString("header_text"),
                row.getString("footer_text"),
                row.getString("payment_method"),
                row.getString("payment_terms"),
                row.getString("text1"),
                row.getString("text2"),
                row.getString("text3"),
                row.getString("text4"));
    }

    static OrderLine line(ResultSet row, int number) throws SQLException {
        String glAnalysis = row.getString("gl_analysis");
        return new OrderLine(
                row.getObject("distribution_key", Long.class),
                row.getString("product_code"),
                row.getString("product_description"),
                row.getObject("is_back_to_back_order_used_on_line", Boolean.class),
                row.getObject("back_to_back_order_number", Long.class),
                row.getObject("is_customer_address_used_on_back_to_back_order", Boolean.class),
                decimal(row, "currency_amount"),
                decimal(row, "line_discount_percent"),
                row.getObject("line_delivery_date", LocalDate.class),
                row.getString("status"),
                row.getString("back_to_back_order_priority"),
                decimal(row, "price"),
                row.getString("product_text"),
                decimal(row, "quantity"),
                row.getString("accounting_template"),
                row.getString("unit"),
                glAnalysis == null ? null : StoredJson.glAnalysis(glAnalysis));
    }

    static Posting posting(ResultSet row, int number) throws SQLException {
        @Nullable String[] dimensions = new @Nullable String[Dimensions.COUNT];
        for (int i = 0; i < dimensions.length; i++) {
            dimensions[i] = row.getString("dim" + (i + 1));
        }
        return new Posting(
                row.getInt("line_number"),
                row.getInt("split_number"),
                kind(row.getString("kind")),
                row.getString("account"),
                Arrays.asList(dimensions),
                required(row, "amount"),
                row.getString("tax_code"));
    }

    private static Posting.Kind kind(String label) {
        return Arrays.stream(Posting.Kind.values())
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    static OrderSummary summary(ResultSet row, int number) throws SQLException {
        return new OrderSummary(
                row.getInt("item_index"),
                row.getLong("order_number"),
                row.getString("transaction_type"),
                row.getString("customer_id"),
                row.getString("external_order_id"),
                row.getObject("order_date", LocalDate.class),
                row.getString("currency_code"),
                row.getInt("line_count"),
                required(row, "total_amount"));
    }

    private static BigDecimal required(ResultSet row, String column) throws SQLException {
        return withoutFill(row.getBigDecimal(column));
    }

    private static @Nullable BigDecimal decimal(ResultSet row, String column) throws SQLException {
        BigDecimal stored = row.getBigDecimal(column);
        return stored == null ? null : withoutFill(stored);
    }

    /** Without the zeros the column fills the scale with: 0.9 comes back as 0.9, and 50 as 50. */
    private static BigDecimal withoutFill(BigDecimal stored) {
        BigDecimal stripped = stored.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
