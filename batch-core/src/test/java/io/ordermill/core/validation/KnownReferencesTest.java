package io.ordermill.core.validation;

import static io.ordermill.core.testing.TestOrders.aLine;
import static io.ordermill.core.testing.TestOrders.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.order.ErrorCode;
import io.ordermill.core.order.OrderError;
import io.ordermill.core.reference.ReferenceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownReferencesTest extends Judging {

    @ParameterizedTest
    @CsvSource({
        "customerId, UNKNOWN_CUSTOMER",
        "responsible, UNKNOWN_REFERENCE",
        "salesPerson, UNKNOWN_REFERENCE",
        "transactionType, UNKNOWN_TRANSACTION_TYPE",
        "currencyCode, UNKNOWN_REFERENCE"
    })
    void refusesUnknownHeaderReference(String member, String code) {
        assertThat(errors(anOrder().with(member, "NOBODY"))).containsExactly(code + " /" + member);
    }

    @Test
    void refusesOrderWithUnknownCustomerAndNamesIt() {
        assertThat(refused(anOrder().withUnknownCustomer().toDraft()))
                .containsExactly(OrderError.of(
                        ErrorCode.UNKNOWN_CUSTOMER, "/customerId", "Customer NOBODY does not exist.", "NOBODY"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" 1000", "1000 ", "01000"})
    void comparesIdsExactly(String customerId) {
        assertThat(errors(anOrder().withCustomer(customerId))).containsExactly("UNKNOWN_CUSTOMER /customerId");
    }

    @Test
    void comparesIdsByCase() {
        assertThat(errors(anOrder().with("responsible", "fred"))).containsExactly("UNKNOWN_REFERENCE /responsible");
    }

    @Test
    void refusesUnknownProduct() {
        assertThat(errors(anOrder().withUnknownProduct())).containsExactly("UNKNOWN_PRODUCT /orderLines/0/productCode");
    }

    @Test
    void doesNotAskForThePriceOfAnUnknownProduct() {
        assertThat(errors(aLine().withProduct("NOTHING").withoutPrice()))
                .containsExactly("UNKNOWN_PRODUCT /orderLines/0/productCode");
    }

    @Test
    void refusesWhatIsSwitchedOff() {
        assertThat(errors(anOrder()
                        .withCustomer("GONE")
                        .with("responsible", "GONE")
                        .with("salesPerson", "GONE")
                        .withJson("invoicing", "{\"invoiceRecipientId\": \"GONE\"}")
                        .withOnlyLine(aLine().withProduct("GONE"))))
                .containsExactly(
                        "INACTIVE_REFERENCE /customerId",
                        "INACTIVE_REFERENCE /responsible",
                        "INACTIVE_REFERENCE /salesPerson",
                        "INACTIVE_REFERENCE /invoicing/invoiceRecipientId",
                        "INACTIVE_REFERENCE /orderLines/0/productCode");
    }

    @Test
    void refusesUnknownReferencesInGroups() {
        assertThat(errors(anOrder()
                        .withJson("deliveryInformation", "{\"deliveryMethod\": \"X\", \"deliveryTerms\": \"X\"}")
                        .withJson(
                                "invoicing",
                                "{\"invoiceRecipientId\": \"X\", \"paymentMethod\": \"X\", \"paymentTerms\": \"X\"}")))
                .containsExactly(
                        "UNKNOWN_REFERENCE /deliveryInformation/deliveryMethod",
                        "UNKNOWN_REFERENCE /deliveryInformation/deliveryTerms",
                        "UNKNOWN_CUSTOMER /invoicing/invoiceRecipientId",
                        "UNKNOWN_REFERENCE /invoicing/paymentMethod",
                        "UNKNOWN_REFERENCE /invoicing/paymentTerms");
    }

    @Test
    void refusesUnknownReferencesOfALine() {
        assertThat(errors(aLine().with("unit", "X").withSplits("""
                                {"account": "X", "taxCode": "X", "accounting": {"dim2": {"dimValue": "X"}}}""")))
                .containsExactly(
                        "UNKNOWN_REFERENCE /orderLines/0/unit",
                        "UNKNOWN_REFERENCE /orderLines/0/glAnalysis/0/accounting/dim2/dimValue",
                        "UNKNOWN_REFERENCE /orderLines/0/glAnalysis/0/account",
                        "UNKNOWN_REFERENCE /orderLines/0/glAnalysis/0/taxCode");
    }

    @Test
    void refusesUnknownDefaultDimensionAndNamesTheValueAsGiven() {
        assertThat(refused(anOrder()
                        .withJson("defaultGLAnalysis", "{\"dim2\": {\"dimValue\": \"9/9\"}}")
                        .toDraft()))
                .containsExactly(OrderError.of(
                        ErrorCode.UNKNOWN_REFERENCE,
                        "/defaultGLAnalysis/dim2/dimValue",
                        "Dimension 2 value 9/9 does not exist.",
                        "9/9"));
    }

    @Test
    void checksDimensionValuesWithinTheirDimension() {
        assertThat(errors(anOrder().withJson("defaultGLAnalysis", "{\"dim3\": {\"dimValue\": \"120\"}}")))
                .containsExactly("UNKNOWN_REFERENCE /defaultGLAnalysis/dim3/dimValue");
    }

    @Test
    void doesNotCheckAKindTheCompanyHasNoRowOf() {
        references.withoutAny(ReferenceKind.UNITS).withoutAny(ReferenceKind.PERIODS);

        accepted(anOrder()
                .withJson("period", "190001")
                .withOnlyLine(aLine().with("unit", "X"))
                .toDraft());
    }

    @Test
    void alwaysChecksCustomersProductsSalesPersonsAndTypes() {
        references
                .withoutAny(ReferenceKind.CUSTOMERS)
                .withoutAny(ReferenceKind.PRODUCTS)
                .withoutAny(ReferenceKind.SALES_PERSONS)
                .withoutAny(ReferenceKind.TRANSACTION_TYPES);

        assertThat(errors(anOrder())).hasSize(5);
    }
}
