package io.ordermill.core.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads one order from a stream of JSON tokens, in one pass and without a tree (seed 001, Complete Example). What is wrong
 * with a single value or member becomes an error of the order, never an exception. The limits are those of the columns.
 * Keeps no state between orders.
 */
public final class OrderReader {

    /** More entries of a {@code glAnalysis} are an error of the order. */
    static final int MAX_SPLITS = 100;

    private static final int CODE = 64;
    private static final int SHORT_TEXT = 255;
    private static final int LONG_TEXT = 4_000;

    /** A failed order comes back with its index and errors, the company is given elsewhere: all are ignored. */
    private static final Members ORDER = Members.of(SalesOrder.class).ignoring("itemIndex", "errors", "companyId");

    private static final Members LINE = Members.of(OrderLine.class);
    private static final Members SPLIT = Members.of(GlAnalysis.class);
    private static final Members DELIVERY = Members.of(DeliveryInformation.class);
    private static final Members INVOICING = Members.of(Invoicing.class);
    private static final Members DIMENSION = Members.of(Dimension.class);
    private static final Members DIMENSIONS = Members.of(IntStream.rangeClosed(1, Dimensions.COUNT)
            .mapToObj(number -> "dim" + number)
            .toList());

    private static final OrderLine UNUSABLE_LINE = new OrderLine(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    private static final GlAnalysis UNUSABLE_SPLIT = new GlAnalysis(null, null, null, null, null, null);

    private final boolean ignoreUnknownFields;
    private final int maxLines;

    /**
     * A reader for all orders of a file.
     *
     * @param maxLines detail lines beyond are counted, but neither kept nor checked
     */
    public OrderReader(boolean ignoreUnknownFields, int maxLines) {
        this.ignoreUnknownFields = ignoreUnknownFields;
        this.maxLines = maxLines;
    }

    /**
     * Reads one order; null for an element that is no object.
     *
     * @param parser stands on the element's first token, and on its last one afterwards
     */
    public @Nullable DraftOrder read(JsonParser parser) {
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            parser.skipChildren();
            return null;
        }
        return order(new Cursor(parser, ignoreUnknownFields));
    }

    private DraftOrder order(Cursor in) {
        String accountable = null;
        String customerId = null;
        Boolean isBackToBackOrderUsed = null;
        Boolean isBilledAtProject = null;
        String currencyCode = null;
        Boolean isPartOfConsolidatedInvoice = null;
        String externalReference = null;
        String externalOrderId = null;
        LocalDate followUp = null;
        String notes = null;
        LocalDate orderDate = null;
        Long orderNumber = null;
        String orderType = null;
        Integer period = null;
        String responsible = null;
        String salesPerson = null;
        String orderStatus = null;
        String transactionType = null;
        Dimensions defaultGLAnalysis = null;
        DeliveryInformation deliveryInformation = null;
        Invoicing invoicing = null;
        Cursor.Elements<OrderLine> orderLines = null;
        Members.Seen seen = ORDER.walk();
        while (in.next(seen)) {
            switch (in.name()) {
                case "accountable" -> accountable = in.text(SHORT_TEXT);
                case "customerId" -> customerId = in.text(CODE);
                case "isBackToBackOrderUsed" -> isBackToBackOrderUsed = in.flag();
                case "isBilledAtProject" -> isBilledAtProject = in.flag();
                case "currencyCode" -> currencyCode = in.text(CODE);
                case "isPartOfConsolidatedInvoice" -> isPartOfConsolidatedInvoice = in.flag();
                case "externalReference" -> externalReference = in.text(SHORT_TEXT);
                case "externalOrderId" -> externalOrderId = in.text(CODE);
                case "followUp" -> followUp = in.date();
                case "notes" -> notes = in.text(LONG_TEXT);
                case "orderDate" -> orderDate = in.date();
                case "orderNumber" -> orderNumber = in.whole(1);
                case "orderType" -> orderType = in.text(CODE);
                case "period" -> period = in.period();
                case "responsible" -> responsible = in.text(CODE);
                case "salesPerson" -> salesPerson = in.text(CODE);
                case "orderStatus" -> orderStatus = in.text(CODE);
                case "transactionType" -> transactionType = in.text(CODE);
                case "defaultGLAnalysis" -> defaultGLAnalysis = in.object(OrderReader::dimensions);
                case "deliveryInformation" -> deliveryInformation = in.object(OrderReader::deliveryInformation);
                case "invoicing" -> invoicing = in.object(OrderReader::invoicing);
                case "orderLines" -> orderLines = in.array(maxLines, OrderReader::line, UNUSABLE_LINE);
                default -> throw new IllegalStateException(in.name());
            }
        }
        SalesOrder order = new SalesOrder(
                accountable,
                customerId,
                isBackToBackOrderUsed,
                isBilledAtProject,
                currencyCode,
                isPartOfConsolidatedInvoice,
                externalReference,
                externalOrderId,
                followUp,
                notes,
                orderDate,
                orderNumber,
                orderType,
                period,
                responsible,
                salesPerson,
                orderStatus,
                transactionType,
                defaultGLAnalysis,
                deliveryInformation,
                invoicing,
                orderLines == null ? List.of() : orderLines.kept());
        return new DraftOrder(order, orderLines == null ? 0 : orderLines.count(), in.errors());
    }

    private static OrderLine line(Cursor in) {
        Long distributionKey = null;
        String productCode = null;
        String productDescription = null;
        Boolean isBackToBackOrderUsedOnLine = null;
        Long backToBackOrderNumber = null;
        Boolean isCustomerAddressUsedOnBackToBackOrder = null;
        BigDecimal currencyAmount = null;
        BigDecimal lineDiscountPercent = null;
        LocalDate lineDeliveryDate = null;
        String status = null;
        String backToBackOrderPriority = null;
        BigDecimal price = null;
        String productText = null;
        BigDecimal quantity = null;
        String accountingTemplate = null;
        String unit = null;
        List<GlAnalysis> glAnalysis = null;
        Members.Seen seen = LINE.walk();
        while (in.next(seen)) {
            switch (in.name()) {
                case "distributionKey" -> distributionKey = in.whole();
                case "productCode" -> productCode = in.text(CODE);
                case "productDescription" -> productDescription = in.text(SHORT_TEXT);
                case "isBackToBackOrderUsedOnLine" -> isBackToBackOrderUsedOnLine = in.flag();
                case "backToBackOrderNumber" -> backToBackOrderNumber = in.whole();
                case "isCustomerAddressUsedOnBackToBackOrder" -> isCustomerAddressUsedOnBackToBackOrder = in.flag();
                case "currencyAmount" -> currencyAmount = in.decimal(15, 4);
                case "lineDiscountPercent" -> lineDiscountPercent = in.decimal(3, 4);
                case "lineDeliveryDate" -> lineDeliveryDate = in.date();
                case "status" -> status = in.text(CODE);
                case "backToBackOrderPriority" -> backToBackOrderPriority = in.text(CODE);
                case "price" -> price = in.decimal(12, 6);
                case "productText" -> productText = in.text(LONG_TEXT);
                case "quantity" -> quantity = in.decimal(12, 6);
                case "accountingTemplate" -> accountingTemplate = in.text(CODE);
                case "unit" -> unit = in.text(CODE);
                case "glAnalysis" -> glAnalysis = glAnalysis(in);
                default -> throw new IllegalStateException(in.name());
            }
        }
        return new OrderLine(
                distributionKey,
                productCode,
                productDescription,
                isBackToBackOrderUsedOnLine,
                backToBackOrderNumber,
                isCustomerAddressUsedOnBackToBackOrder,
                currencyAmount,
                lineDiscountPercent,
                lineDeliveryDate,
                status,
                backToBackOrderPriority,
                price,
                productText,
                quantity,
                accountingTemplate,
                unit,
                glAnalysis);
    }

    private static DeliveryInformation deliveryInformation(Cursor in) {
        String thirdPartyDeliveryId = null;
        Long thirdPartyDeliveryAddressId = null;
        String thirdPartyTypeDeliveryAddress = null;
        String thirdPartyDeliveryAddress = null;
        String deliveryMethodDescription = null;
        String deliveryTermsDescription = null;
        String deliveryComment = null;
        LocalDate deliveryDate = null;
        String deliveryMethod = null;
        String deliveryTerms = null;
        Members.Seen seen = DELIVERY.walk();
        while (in.next(seen)) {
            switch (in.name()) {
                case "thirdPartyDeliveryId" -> thirdPartyDeliveryId = in.text(CODE);
                case "thirdPartyDeliveryAddressId" -> thirdPartyDeliveryAddressId = in.whole();
                case "thirdPartyTypeDeliveryAddress" -> thirdPartyTypeDeliveryAddress = in.text(CODE);
                case "thirdPartyDeliveryAddress" -> thirdPartyDeliveryAddress = in.text(LONG_TEXT);
                case "deliveryMethodDescription" -> deliveryMethodDescription = in.text(SHORT_TEXT);
                case "deliveryTermsDescription" -> deliveryTermsDescription = in.text(SHORT_TEXT);
                case "deliveryComment" -> deliveryComment = in.text(LONG_TEXT);
                case "deliveryDate" -> deliveryDate = in.date();
                case "deliveryMethod" -> deliveryMethod = in.text(CODE);
                case "deliveryTerms" -> deliveryTerms = in.text(CODE);
                default -> throw new IllegalStateException(in.name());
            }
        }
        return new DeliveryInformation(
                thirdPartyDeliveryId,
                thirdPartyDeliveryAddressId,
                thirdPartyTypeDeliveryAddress,
                thirdPartyDeliveryAddress,
                deliveryMethodDescription,
                deliveryTermsDescription,
                deliveryComment,
                deliveryDate,
                deliveryMethod,
                deliveryTerms);
    }

    private static Invoicing invoicing(Cursor in) {
        Long customerAddressId = null;
        String invoiceRecipientId = null;
        String headerText = null;
        String footerText = null;
        String paymentMethod = null;
        String paymentTerms = null;
        String text1 = null;
        String text2 = null;
        String text3 = null;
        String text4 = null;
        Members.Seen seen = INVOICING.walk();
        while (in.next(seen)) {
            switch (in.name()) {
                case "customerAddressId" -> customerAddressId = in.whole();
                case "invoiceRecipientId" -> invoiceRecipientId = in.text(CODE);
                case "headerText" -> headerText = in.text(LONG_TEXT);
                case "footerText" -> footerText = in.text(LONG_TEXT);
                case "paymentMethod" -> paymentMethod = in.text(CODE);
                case "paymentTerms" -> paymentTerms = in.text(CODE);
                case "text1" -> text1 = in.text(SHORT_TEXT);
                case "text2" -> text2 = in.text(SHORT_TEXT);
                case "text3" -> text3 = in.text(SHORT_TEXT);
                case "text4" -> text4 = in.text(SHORT_TEXT);
                default -> throw new IllegalStateException(in.name());
            }
        }
        return new Invoicing(
                customerAddressId,
                invoiceRecipientId,
                headerText,
                footerText,
                paymentMethod,
                paymentTerms,
                text1,
                text2,
                text3,
                text4);
    }

    static @Nullable List<GlAnalysis> glAnalysis(Cursor in) {
        var splits = in.array(MAX_SPLITS, OrderReader::split, UNUSABLE_SPLIT);
        if (splits != null && splits.count() > MAX_SPLITS) {
            in.report(
                    ErrorCode.OUT_OF_RANGE,
                    "glAnalysis has %d entries; %d are allowed.".formatted(splits.count(), MAX_SPLITS),
                    null);
        }
        return splits == null ? null : splits.kept();
    }

    private static GlAnalysis split(Cursor in) {
        Dimensions accounting = null;
        String account = null;
        BigDecimal amount = null;
        BigDecimal percentageSplit = null;
        String taxCode = null;
        String taxSystem = null;
        Members.Seen seen = SPLIT.walk();
        while (in.next(seen)) {
            switch (in.name()) {
                case "accounting" -> accounting = in.object(OrderReader::dimensions);
                case "account" -> account = in.text(CODE);
                case "amount" -> amount = in.decimal(15, 4);
                case "percentageSplit" -> percentageSplit = in.decimal(3, 4);
                case "taxCode" -> taxCode = in.text(CODE);
                case "taxSystem" -> taxSystem = in.text(CODE);
                default -> throw new IllegalStateException(in.name());
            }
        }
        return new GlAnalysis(accounting, account, amount, percentageSplit, taxCode, taxSystem);
    }

    static Dimensions dimensions(Cursor in) {
        @Nullable Dimension[] slots = new @Nullable Dimension[Dimensions.COUNT];
        Members.Seen seen = DIMENSIONS.walk();
        while (in.next(seen)) {
            int number = in.name().charAt("dim".length()) - '0';
            slots[number - 1] = in.object(OrderReader::dimension);
        }
        return new Dimensions(Arrays.asList(slots));
    }

    private static Dimension dimension(Cursor in) {
        String attributeId = null;
        String attributeIdDescription = null;
        String dimValue = null;
        String dimValueDescription = null;
        Members.Seen seen = DIMENSION.walk();
        while (in.next(seen)) {
            switch (in.name()) {
                case "attributeId" -> attributeId = in.text(CODE);
                case "attributeIdDescription" -> attributeIdDescription = in.text(SHORT_TEXT);
                case "dimValue" -> dimValue = in.text(CODE);
                case "dimValueDescription" -> dimValueDescription = in.text(SHORT_TEXT);
                default -> throw new IllegalStateException(in.name());
            }
        }
        return new Dimension(attributeId, attributeIdDescription, dimValue, dimValueDescription);
    }
}
