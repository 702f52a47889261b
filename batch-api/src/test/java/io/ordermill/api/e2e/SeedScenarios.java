package io.ordermill.api.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.testing.GeneratedOrders;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The scenarios of seed 001, one test each, with the seed's exact texts. */
abstract class SeedScenarios {

    private static final String ORDER = """
            {"customerId":"%s","transactionType":"%s",%s"responsible":"FRED","salesPerson":"SYSEN",
             "orderLines":[{"productCode":"NESP02","quantity":50}]}""";

    abstract RunningOrdermill ordermill();

    @Test
    void post001UserIsNotAuthorised() {
        byte[] file = GeneratedOrders.simple(1, 1);

        HttpResponse<String> withoutCredentials =
                Caller.anonymous(ordermill().baseUrl()).submit(file, "");
        HttpResponse<String> withWrongSecret =
                Caller.withBasic(ordermill().baseUrl(), "nobody", "wrong").submit(file, "");
        HttpResponse<String> withoutPermission = callerThatMayOnlyRead().submit(file, "");

        for (HttpResponse<String> refusal : List.of(withoutCredentials, withWrongSecret, withoutPermission)) {
            assertProblem(refusal, 401, "Unauthorized.");
        }
    }

    @Test
    void post002FileNotSentWithTheRequest() {
        HttpResponse<String> refusal = ordermill()
                .newTenant()
                .caller()
                .send("POST", "/v1/batch/sales-orders", "multipart/form-data; boundary=x", "--x--\r\n");

        assertProblem(refusal, 400, "File not present in MIME multipart content.");
    }

    @Test
    void post003HardLimitExceededDetailLinesPerOrder() {
        Caller caller = ordermill().newTenant().caller();

        JsonNode withWorkflow = caller.imported(GeneratedOrders.simple(2, index -> index == 0 ? 12 : 13), "");
        JsonNode skippingWorkflow =
                caller.imported(GeneratedOrders.simple(2, index -> index == 0 ? 1000 : 1001), "?skipWorkflow=true");

        assertOneRefused(
                caller,
                withWorkflow,
                "LINE_LIMIT_EXCEEDED",
                "The number of detail lines per order exceeds the maximum allowed limit of 12.");
        assertOneRefused(
                caller,
                skippingWorkflow,
                "LINE_LIMIT_EXCEEDED",
                "The number of detail lines per order exceeds the maximum allowed limit of 1000.");
    }

    @Test
    void post004HardLimitExceededDatabaseItemsPerCall() {
        Caller caller = ordermill().newTenant().caller();

        JsonNode status = caller.imported(GeneratedOrders.simple(1001, 12), "");

        assertThat(status.get("succeededItems").asInt()).isEqualTo(1000);
        assertThat(status.get("databaseItems").asInt()).isEqualTo(37_000);
        assertOneRefused(
                caller,
                status,
                "ROW_LIMIT_EXCEEDED",
                "The number of items to be saved will exceed the maximum allowed limit of 37000.");
    }

    @Test
    void post005HappyPathAllOrdersAreValid() {
        Caller caller = ordermill().newTenant().caller();

        HttpResponse<String> created = caller.submit(GeneratedOrders.simple(205, 3), "");
        assertThat(created.statusCode()).isEqualTo(201);
        String id = Caller.json(created).get("batchRequestId").asString();
        assertThat(created.headers().firstValue("Location"))
                .contains(ordermill().baseUrl() + "/v1/batch-operations/" + id + "/status");
        JsonNode status = caller.awaitEnd(id);

        assertThat(status.get("status").asString()).isEqualTo("Completed");
        assertThat(status.get("processorResult").asString()).isEqualTo("Success");
        assertThat(caller.failed(status)).isEmpty();
        JsonNode saved = caller.succeeded(status);
        assertThat(saved).hasSize(205);
        assertThat(saved.get(204).get("externalOrderId").asString()).isEqualTo("G-204");
    }

    @Test
    void post006PartialSuccessSomeOrdersAreInvalid() {
        Caller caller = ordermill().newTenant().caller();
        String file = "[" + ORDER.formatted("1015", "SO", "") + "," + ORDER.formatted("0000", "SO", "") + ","
                + "{\"customerId\":\"1015\",\"transactionType\":\"SO\",\"orderLines\":[{\"productCode\":\"?\"}]}]";

        JsonNode status = caller.imported(file.getBytes(UTF_8), "");

        assertThat(status.get("processorResult").asString()).isEqualTo("SuccessWithValidationErrors");
        assertThat(status.get("validationErrorCount").asInt()).isEqualTo(2);
        assertThat(status.get("processedItems").asInt()).isEqualTo(3);
        JsonNode failed = caller.failed(status);
        assertThat(failed.get(0).get("itemIndex").asInt()).isEqualTo(1);
        assertThat(failed.get(0).get("errors")).hasSize(1);
        assertError(failed.get(0), 0, "UNKNOWN_CUSTOMER", "/customerId");
        assertThat(failed.get(1).get("errors").valueStream().map(error -> error.get("pointer")
                        .asString()))
                .containsExactlyInAnyOrder(
                        "/responsible", "/salesPerson", "/orderLines/0/productCode", "/orderLines/0/quantity");
        assertThat(caller.succeeded(status)).hasSize(1);
    }

    @Test
    void post007DuplicateOrderNumber() {
        Caller caller = ordermill().newTenant().caller();
        byte[] file = ("[" + ORDER.formatted("1015", "SM", "\"orderNumber\":4711,") + "]").getBytes(UTF_8);

        JsonNode first = caller.imported(file, "");
        JsonNode second = caller.imported(file, "");

        assertThat(first.get("processorResult").asString()).isEqualTo("Success");
        assertOneRefused(caller, second, "ORDER_NUMBER_IN_USE", "Order number in use !");
    }

    @Test
    void post008UserDoesNotHaveAccessToTheSpecifiedCompany() {
        Tenant other = ordermill().newTenant();
        Caller caller = ordermill().newTenant().caller();

        HttpResponse<String> foreign = caller.submit(GeneratedOrders.simple(1, 1), "?companyId=" + other.companyId());
        HttpResponse<String> unknown = caller.submit(GeneratedOrders.simple(1, 1), "?companyId=nowhere");

        assertProblem(foreign, 403, "User is not authorized");
        assertProblem(unknown, 403, "User is not authorized");
    }

    private Caller callerThatMayOnlyRead() {
        Tenant tenant = ordermill().newTenant();
        String clientId = "reader-" + tenant.companyId();
        String secret = Caller.json(ordermill()
                        .admin()
                        .send(
                                "PUT",
                                "/v1/clients/" + clientId,
                                "application/json",
                                "{\"scopes\":[\"operations:read\"],\"defaultCompanyId\":\"%1$s\",\"companyIds\":[\"%1$s\"]}"
                                        .formatted(tenant.companyId())))
                .get("clientSecret")
                .asString();
        return Caller.withBasic(ordermill().baseUrl(), clientId, secret);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String detail) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(Caller.json(answer).get("detail").asString()).isEqualTo(detail);
    }

    private static void assertOneRefused(Caller caller, JsonNode status, String code, String message) {
        assertThat(status.get("processorResult").asString()).isEqualTo("SuccessWithValidationErrors");
        assertThat(status.get("validationErrorCount").asInt()).isEqualTo(1);
        JsonNode failed = caller.failed(status);
        assertThat(failed).hasSize(1);
        assertThat(failed.get(0).get("errors")).hasSize(1);
        assertThat(failed.get(0).get("errors").get(0).get("code").asString()).isEqualTo(code);
        assertThat(failed.get(0).get("errors").get(0).get("message").asString()).isEqualTo(message);
    }

    private static void assertError(JsonNode order, int position, String code, String pointer) {
        JsonNode error = order.get("errors").get(position);
        assertThat(error.get("code").asString()).isEqualTo(code);
        assertThat(error.get("pointer").asString()).isEqualTo(pointer);
    }
}
