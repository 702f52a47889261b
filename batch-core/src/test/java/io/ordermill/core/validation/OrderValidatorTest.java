package io.ordermill.core.validation;

import static io.ordermill.core.testing.TestOrders.aLine;
import static io.ordermill.core.testing.TestOrders.anOrder;
import static io.ordermill.core.testing.TestOrders.completeExample;
import static io.ordermill.core.testing.TestOrders.draft;
import static io.ordermill.core.testing.TestOrders.simpleExample;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.order.DraftOrder;
import io.ordermill.core.order.ErrorCode;
import io.ordermill.core.order.Judgement;
import io.ordermill.core.order.OrderError;
import io.ordermill.core.testing.TestOrders.OrderBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OrderValidatorTest extends Judging {

    @Test
    void acceptsBothOrdersOfTheSimpleExample() {
        JsonNode orders = JsonMapper.shared().readTree(simpleExample());

        assertThat(orders).hasSize(2).allSatisfy(order -> accepted(draft(order.toString())));
    }

    @Test
    void acceptsTheCompleteExampleUnchanged() {
        JsonNode orders = JsonMapper.shared().readTree(completeExample());
        DraftOrder draft = draft(orders.get(0).toString());

        assertThat(accepted(draft).order()).isEqualTo(draft.order());
    }

    @Test
    void refusesAnElementThatIsNoObject() {
        Judgement judgement = validator().judge(null, references, skipWorkflow);

        assertThat(judgement)
                .isEqualTo(new Judgement.Refused(
                        null, List.of(OrderError.of(ErrorCode.NOT_AN_OBJECT, "", "An order must be a JSON object."))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"customerId", "transactionType", "responsible", "salesPerson"})
    void requiresHeaderMember(String member) {
        assertThat(errors(anOrder().without(member))).containsExactly("REQUIRED /" + member);
        assertThat(errors(anOrder().with(member, ""))).containsExactly("REQUIRED /" + member);
        assertThat(errors(anOrder().withJson(member, "null"))).containsExactly("REQUIRED /" + member);
    }

    @ParameterizedTest
    @ValueSource(strings = {"productCode", "quantity"})
    void requiresLineMember(String member) {
        assertThat(errors(aLine().without(member))).containsExactly("REQUIRED /orderLines/0/" + member);
        assertThat(errors(aLine().with(member, ""))).containsExactly("REQUIRED /orderLines/0/" + member);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"\""})
    void requiresALine(String lines) {
        assertThat(errors(anOrder().withJson("orderLines", lines))).containsExactly("REQUIRED /orderLines");
        assertThat(errors(anOrder().withoutLines())).containsExactly("REQUIRED /orderLines");
    }

    @Test
    void doesNotCallAMemberMissingThatCouldNotBeRead() {
        assertThat(errors(anOrder()
                        .withJson("customerId", "1000")
                        .withOnlyLine(aLine().withQuantity("\"1\"").withPrice("true"))))
                .containsExactly(
                        "WRONG_TYPE /customerId",
                        "WRONG_TYPE /orderLines/0/price",
                        "WRONG_TYPE /orderLines/0/quantity");
        assertThat(errors(anOrder().withJson("orderLines", "{}"))).containsExactly("WRONG_TYPE /orderLines");
        assertThat(errors(anOrder().withJson("orderLines", "[1]"))).containsExactly("WRONG_TYPE /orderLines/0");
    }

    @Test
    void refusesAnOrderForItsSyntaxAlone() {
        assertThat(errors(anOrder().with("custmerId", "1000"))).containsExactly("UNKNOWN_FIELD /custmerId");
    }

    @Test
    void collectsAllErrorsSyntaxFirst() {
        assertThat(errors(anOrder()
                        .withUnknownCustomer()
                        .with("followUp", "tomorrow")
                        .with("orderStatus", "X")
                        .withUnknownProduct()))
                .containsExactly(
                        "INVALID_DATE /followUp",
                        "OUT_OF_RANGE /orderStatus",
                        "UNKNOWN_CUSTOMER /customerId",
                        "UNKNOWN_PRODUCT /orderLines/0/productCode");
    }

    @Test
    void keepsAtMostAHundredErrors() {
        skipWorkflow = true;
        OrderBuilder order = anOrder().withoutLines();
        for (int i = 0; i < 101; i++) {
            order.withLine(aLine().withProduct("NOTHING"));
        }

        assertThat(errors(order)).hasSize(100).endsWith("UNKNOWN_PRODUCT /orderLines/99/productCode");
    }
}
