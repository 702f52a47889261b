package io.ordermill.api.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.testing.Answer;
import io.ordermill.api.testing.ApiTest;
import io.ordermill.api.testing.Http;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class OrderTest extends ApiTest {

    private static final String PATH = "/v1/sales-orders";
    private static final String ORDER = """
            {"customerId":"1000","transactionType":"SO","responsible":"FRED","salesPerson":"SYSEN",%s
             "orderLines":[{"productCode":"1000","quantity":4,
                            "glAnalysis":[{"accounting":{"dim1":{"dimValue":"120"},"dim2":{}}}]}]}""";

    private String company;
    private Http caller;

    @BeforeEach
    void caller() {
        company = newCompany();
        loadReferences(company);
        caller = newCaller(company, "orders:write", "orders:read");
    }

    @Test
    void createsAnOrderAndGivesItBack() {
        Answer created = create(ORDER.formatted("")).expect(201);

        JsonNode order = created.json();
        assertThat(order.get("orderNumber").asInt()).isEqualTo(1);
        assertThat(order.get("currencyCode").asString()).isEqualTo("GBP");
        assertThat(order.get("orderLines").get(0).get("currencyAmount").decimalValue())
                .isEqualByComparingTo("10");
        assertThat(created.header("Location")).isEqualTo(caller.baseUrl() + PATH + "/1?companyId=" + company);
        assertThat(caller.get(PATH + "/1").expect(200).json()).isEqualTo(order);
        assertThat(caller.get(PATH + "/1?companyId=" + company).expect(200).json())
                .isEqualTo(order);
    }

    @Test
    void showsPostingsAndWorkflowTasks() {
        create(ORDER.formatted("")).expect(201);
        caller.post(PATH + "?skipWorkflow=true", "application/json", ORDER.formatted(""))
                .expect(201);

        JsonNode postings = caller.get(PATH + "/1/postings").expect(200).json();
        assertThat(postings.valueStream().map(posting -> posting.get("kind").asString()))
                .containsExactly("revenue", "tax");
        assertThat(postings.get(0).get("lineNumber").asInt()).isEqualTo(1);
        assertThat(postings.get(0).get("dim1").asString()).isEqualTo("120");
        assertThat(postings.get(0).get("dim2").isNull()).isTrue();
        assertThat(postings.get(0).get("amount").decimalValue()).isEqualByComparingTo("10");
        assertThat(caller.get(PATH + "/1/workflow-tasks").body()).isEqualTo("[{\"lineNumber\":1}]");
        assertThat(caller.get(PATH + "/2/workflow-tasks").body()).isEqualTo("[]");
    }

    @Test
    void listsEverythingThatIsWrongWithAnOrder() {
        JsonNode problem = create("{\"customerId\":\"0\",\"transactionType\":\"SO\",\"ordreDate\":1,\"orderLines\":[]}")
                .problem(422, "INVALID_ORDER");

        assertThat(problem.get("errors")
                        .valueStream()
                        .map(error -> error.get("code").asString() + " "
                                + error.get("pointer").asString()))
                .containsExactlyInAnyOrder(
                        "UNKNOWN_FIELD /ordreDate",
                        "UNKNOWN_CUSTOMER /customerId",
                        "REQUIRED /responsible",
                        "REQUIRED /salesPerson",
                        "REQUIRED /orderLines");
    }

    @Test
    void refusesATakenNumber() {
        create(ORDER.formatted("\"orderNumber\":7,")).expect(201);

        JsonNode problem = create(ORDER.formatted("\"orderNumber\":7,")).problem(422, "INVALID_ORDER");

        JsonNode error = problem.get("errors").get(0);
        assertThat(error.get("code").asString()).isEqualTo("ORDER_NUMBER_IN_USE");
        assertThat(error.get("message").asString()).isEqualTo("Order number in use !");
    }

    @Test
    void showsOffendingValuesThatCannotBeSentAsTheyAre() {
        JsonNode problem = create("{\"customerId\":\"\\ud800\",\"notes\":\"\\u0000\",\"\\udc00\":1}")
                .problem(422, "INVALID_ORDER");

        assertThat(problem.get("errors").valueStream().map(error -> error.get("code")
                        .asString()))
                .contains("INVALID_TEXT", "UNKNOWN_FIELD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "1", "null", "true"})
    void refusesWhatIsNoObject(String body) {
        JsonNode problem = create(body).problem(422, "INVALID_ORDER");

        assertThat(problem.get("errors").get(0).get("code").asString()).isEqualTo("NOT_AN_OBJECT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":|line 1, column 6",
                "{\"a\":1}}|line 1",
                "{} {}|line 1",
                "{'a':1}|line 1",
                "{\"a\":01}|line 1",
                "{\"a\":NaN}|line 1",
                "{\"a\":\"\\x\"}|line 1",
                "nul|line 1",
                "''|empty"
            })
    void saysWhereTheTextIsMalformed(String body, String detail) {
        assertThat(create(body).problem(400, "MALFORMED_BODY").get("detail").asString())
                .contains(detail);
    }

    @Test
    void refusesWhatIsNestedTooDeepOrNotUtf8() {
        create("{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}").problem(400, "MALFORMED_BODY");
        for (byte[] bytes :
                List.of(new byte[] {'{', (byte) 0xff, '}'}, new byte[] {'"', (byte) 0xc0, (byte) 0x80, '"'})) {
            caller.post(PATH, "application/json", bytes).problem(400, "MALFORMED_BODY");
        }
    }

    @Test
    void refusesWhatIsLargerThanTheLimit() {
        String large = "{\"a\":\"" + "x".repeat(1_100_000) + "\"}";

        JsonNode problem = create(large).problem(413, "BODY_TOO_LARGE");

        assertThat(problem.get("detail").asString()).contains("1048576");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "0", "-1", "x", "999999999999999", "9999999999999999999999", "1.0"})
    void knowsNoOtherOrder(String number) {
        create(ORDER.formatted("")).expect(201);

        for (String page : new String[] {"", "/postings", "/workflow-tasks"}) {
            caller.get(PATH + "/" + number + page).problem(404, "NOT_FOUND");
        }
    }

    @Test
    void keepsCompaniesAndScopesApart() {
        create(ORDER.formatted("")).expect(201);
        String other = newCompany();

        newCaller(other, "orders:read").get(PATH + "/1").problem(404, "NOT_FOUND");
        newCaller(other, "orders:read").get(PATH + "/1?companyId=" + company).problem(403, "FORBIDDEN");
        newCaller(company, "orders:read")
                .post(PATH, "application/json", ORDER.formatted(""))
                .problem(403, "FORBIDDEN");
        newCaller(company, "orders:write").get(PATH + "/1").problem(403, "FORBIDDEN");
    }

    @Test
    void refusesParametersItDoesNotHave() {
        caller.post(PATH + "?unknownFields=ignore", "application/json", "{}").problem(400, "INVALID_PARAMETER");
        caller.get(PATH + "/1?skipWorkflow=true").problem(400, "INVALID_PARAMETER");
    }

    private Answer create(String order) {
        return caller.post(PATH, "application/json", order);
    }
}
