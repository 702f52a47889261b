package io.ordermill.core.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes an order as JSON, its members in the order of the Complete Example of seed 001. What was not given is left out; an
 * empty group stays an empty object. Decimals are plain, without zeros behind the last decimal.
 */
public final class OrderWriter {

    private final JsonGenerator json;

    OrderWriter(JsonGenerator json) {
        this.json = json;
    }

    public static void write(SalesOrder order, JsonGenerator generator) {
        OrderWriter writer = new OrderWriter(generator);
        writer.object(order, writer::order);
    }

    private void order(SalesOrder order) {
        text("accountable", order.accountable());
        text("customerId", order.customerId());
        flag("isBackToBackOrderUsed", order.isBackToBackOrderUsed());
        flag("isBilledAtProject", order.isBilledAtProject());
        text("currencyCode", order.currencyCode());
        flag("isPartOfConsolidatedInvoice", order.isPartOfConsolidatedInvoice());
        text("externalReference", order.externalReference());
        text("externalOrderId", order.externalOrderId());
        date("followUp", order.followUp());
        text("notes", order.notes());
        date("orderDate", order.orderDate());
        whole("orderNumber", order.orderNumber());
        text("orderType", order.orderType());
        whole("period", order.period());
        text("responsible", order.responsible());
        text("salesPerson", order.salesPerson());
        text("orderStatus", order.orderStatus());
        text("transactionType", order.transactionType());
        object("defaultGLAnalysis", order.defaultGLAnalysis(), this::dimensions);
        object("deliveryInformation", order.deliveryInformation(), this::deliveryInformation);
        object("invoicing", order.invoicing(), this::invoicing);
        array("orderLines", order.orderLines(), this::line);
    }

    private void deliveryInformation(DeliveryInformation delivery) {
        text("thirdPartyDeliveryId", delivery.thirdPartyDeliveryId());
        whole("thirdPartyDeliveryAddressId", delivery.thirdPartyDeliveryAddressId());
        text("thirdPartyTypeDeliveryAddress", delivery.thirdPartyTypeDeliveryAddress());
        text("thirdPartyDeliveryAddress", delivery.thirdPartyDeliveryAddress());
        text("deliveryMethodDescription", delivery.deliveryMethodDescription());
        text("deliveryTermsDescription", delivery.deliveryTermsDescription());
        text("deliveryComment", delivery.deliveryComment());
        date("deliveryDate", delivery.deliveryDate());
        text("deliveryMethod", delivery.deliveryMethod());
        text("deliveryTerms", delivery.deliveryTerms());
    }

    private void invoicing(Invoicing invoicing) {
        whole("customerAddressId", invoicing.customerAddressId());
        text("invoiceRecipientId", invoicing.invoiceRecipientId());
        text("headerText", invoicing.headerText());
        text("footerText", invoicing.footerText());
        text("paymentMethod", invoicing.paymentMethod());
        text("paymentTerms", invoicing.paymentTerms());
        text("text1", invoicing.text1());
        text("text2", invoicing.text2());
        text("text3", invoicing.text3());
        text("text4", invoicing.text4());
    }

    private void line(OrderLine line) {
        whole("distributionKey", line.distributionKey());
        text("productCode", line.productCode());
        text("productDescription", line.productDescription());
        flag("isBackToBackOrderUsedOnLine", line.isBackToBackOrderUsedOnLine());
        whole("backToBackOrderNumber", line.backToBackOrderNumber());
        flag("isCustomerAddressUsedOnBackToBackOrder", line.isCustomerAddressUsedOnBackToBackOrder());
        decimal("currencyAmount", line.currencyAmount());
        decimal("lineDiscountPercent", line.lineDiscountPercent());
        date("lineDeliveryDate", line.lineDeliveryDate());
        text("status", line.status());
        text("backToBackOrderPriority", line.backToBackOrderPriority());
        decimal("price", line.price());
        text("productText", line.productText());
        decimal("quantity", line.quantity());
        text("accountingTemplate", line.accountingTemplate());
        text("unit", line.unit());
        array("glAnalysis", line.glAnalysis(), this::split);
    }

    void split(GlAnalysis split) {
        object("accounting", split.accounting(), this::dimensions);
        text("account", split.account());
        decimal("amount", split.amount());
        decimal("percentageSplit", split.percentageSplit());
        text("taxCode", split.taxCode());
        text("taxSystem", split.taxSystem());
    }

    void dimensions(Dimensions dimensions) {
        for (int i = 0; i < Dimensions.COUNT; i++) {
            object("dim" + (i + 1), dimensions.slots().get(i), this::dimension);
        }
    }

    private void dimension(Dimension dimension) {
        text("attributeId", dimension.attributeId());
        text("attributeIdDescription", dimension.attributeIdDescription());
        text("dimValue", dimension.dimValue());
        text("dimValueDescription", dimension.dimValueDescription());
    }

    <T> void object(T value, Consumer<T> members) {
        json.writeStartObject();
        members.accept(value);
        json.writeEndObject();
    }

    <T> void array(List<T> values, Consumer<T> members) {
        json.writeStartArray();
        values.forEach(value -> object(value, members));
        json.writeEndArray();
    }

    private <T> void object(String name, @Nullable T value, Consumer<T> members) {
        if (value != null) {
            json.writeName(name);
            object(value, members);
        }
    }

    private <T> void array(String name, @Nullable List<T> values, Consumer<T> members) {
        if (values != null) {
            json.writeName(name);
            array(values, members);
        }
    }

    private void text(String name, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }

    private void flag(String name, @Nullable Boolean value) {
        if (value != null) {
            json.writeBooleanProperty(name, value);
        }
    }

    private void date(String name, @Nullable LocalDate value) {
        if (value != null) {
            json.writeStringProperty(name, value.toString());
        }
    }

    private void whole(String name, @Nullable Number value) {
        if (value != null) {
            json.writeNumberProperty(name, value.longValue());
        }
    }

    private void decimal(String name, @Nullable BigDecimal value) {
        if (value != null) {
            json.writeName(name);
            json.writeNumber(value.stripTrailingZeros().toPlainString());
        }
    }
}
