package io.ordermill.core.reference;

import static io.ordermill.core.reference.ReferenceMember.flag;
import static io.ordermill.core.reference.ReferenceMember.key;
import static io.ordermill.core.reference.ReferenceMember.number;
import static io.ordermill.core.reference.ReferenceMember.text;
import static io.ordermill.core.reference.ReferenceMember.whole;
import static io.ordermill.core.reference.ReferenceMember.wholeKey;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of reference data, each with its members: the one description from which the HTTP codec, the SQL and the
 * documentation are made. Column names are the member names in snake case.
 */
public enum ReferenceKind {
    CUSTOMERS("customers", "customer", key("customerId"), text("name"), text("currencyCode"), flag("active")),
    PRODUCTS(
            "products",
            "product",
            key("productCode"),
            text("description"),
            number("price"),
            text("unit"),
            text("account"),
            text("taxCode"),
            flag("active")),
    SALES_PERSONS("sales-persons", "sales_person", key("userId"), text("name"), flag("active")),
    TRANSACTION_TYPES(
            "transaction-types",
            "transaction_type",
            key("transactionType"),
            text("numberSeries").required(),
            text("description")),
    NUMBER_SERIES(
            "number-series",
            "number_series",
            key("numberSeries"),
            text("assignment").oneOf("automatic", "manual", "either").required(),
            whole("firstNumber").required(),
            whole("lastNumber").required()),
    CURRENCIES("currencies", "currency", key("currencyCode"), whole("decimals")),
    UNITS("units", "unit", key("code"), text("description")),
    ACCOUNTS("accounts", "account", key("code"), text("description")),
    PAYMENT_TERMS("payment-terms", "payment_term", key("code"), text("description")),
    PAYMENT_METHODS("payment-methods", "payment_method", key("code"), text("description")),
    DELIVERY_TERMS("delivery-terms", "delivery_term", key("code"), text("description")),
    DELIVERY_METHODS("delivery-methods", "delivery_method", key("code"), text("description")),
    TAX_CODES("tax-codes", "tax_code", key("taxCode"), text("taxSystem"), number("percent")),
    DIMENSION_VALUES(
            "dimension-values",
            "dimension_value",
            wholeKey("dimension"),
            key("dimValue"),
            text("attributeId"),
            text("description")),
    PERIODS("periods", "period", wholeKey("period"), flag("open")),
    POSTING_CYCLES(
            "posting-cycles",
            "posting_cycle",
            wholeKey("firstCycle"),
            whole("lastCycle").required());

    private final String path;
    private final String table;
    private final List<ReferenceMember> members;

    ReferenceKind(String path, String table, ReferenceMember... members) {
        this.path = path;
        this.table = table;
        this.members = List.of(members);
    }

    /** As in the URL. */
    public String path() {
        return path;
    }

    String table() {
        return table;
    }

    /** In the order of the documentation; key members first. */
    public List<ReferenceMember> members() {
        return members;
    }

    public List<ReferenceMember> keys() {
        return members.stream().filter(ReferenceMember::isKey).toList();
    }

    public static Optional<ReferenceKind> ofPath(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst();
    }
}
