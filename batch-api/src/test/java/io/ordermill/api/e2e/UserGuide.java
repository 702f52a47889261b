package io.ordermill.api.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The product from a caller's side, step by step, with the sample files it ships with. */
abstract class UserGuide {

    private static final Path SAMPLES = Path.of("samples");

    abstract RunningOrdermill ordermill();

    @Test
    void aLoaderImportsCorrectsAndLooksUpOrders() throws IOException {
        Tenant tenant = ordermill().newTenant();
        Caller loader = tenant.caller();

        // 1. Upload a file: the answer is there at once and names the operation to follow.
        HttpResponse<String> created = loader.submit(sample("orders-with-mistakes.json"), "?label=first%20try");
        assertThat(created.statusCode()).isEqualTo(201);
        String operationId = Caller.json(created).get("batchRequestId").asString();

        // 2. Follow it to its end.
        JsonNode end = loader.awaitEnd(operationId);
        assertThat(end.get("status").asString()).isEqualTo("Completed");
        assertThat(end.get("processorResult").asString()).isEqualTo("SuccessWithValidationErrors");
        assertThat(end.get("label").asString()).isEqualTo("first try");
        assertThat(end.get("succeededItems").asInt()).isEqualTo(1);
        assertThat(end.get("validationErrorCount").asInt()).isEqualTo(4);

        // 3. Every order that was not saved comes back with everything that is wrong with it.
        JsonNode failed = loader.failed(end);
        assertThat(failed.valueStream().map(order -> codes(order)))
                .containsExactly(
                        "UNKNOWN_CUSTOMER /customerId, UNKNOWN_PRODUCT /orderLines/0/productCode",
                        "REQUIRED /salesPerson, UNKNOWN_FIELD /ordreDate, WRONG_TYPE /orderLines/0/quantity",
                        "LINE_LIMIT_EXCEEDED /orderLines",
                        "ORDER_NUMBER_REQUIRED /orderNumber");

        // 4. Corrected, that very file is the next upload.
        String corrected = failed.toString()
                .replace("1O00", "1000")
                .replace("NESP20", "NESP02")
                .replace("\"fifty\"", "50")
                .replace("ordreDate", "orderDate")
                .replace("\"itemIndex\":2,", "\"itemIndex\":2,\"salesPerson\":\"SYSEN\",")
                .replace("\"transactionType\":\"SM\"", "\"transactionType\":\"SM\",\"orderNumber\":9001");
        JsonNode second = loader.imported(corrected.getBytes(UTF_8), "");
        assertThat(second.get("succeededItems").asInt()).isEqualTo(3);
        assertThat(loader.failed(second).valueStream().map(order -> codes(order)))
                .containsExactly("LINE_LIMIT_EXCEEDED /orderLines");

        // 5. What was saved can be listed and looked up.
        JsonNode summary = loader.succeeded(second).get(2);
        assertThat(summary.get("orderNumber").asLong()).isEqualTo(9001);
        assertThat(summary.get("totalAmount").decimalValue()).isEqualByComparingTo("45");
        HttpResponse<String> order = loader.get("/v1/sales-orders/9001");
        assertThat(Caller.json(order).get("transactionType").asString()).isEqualTo("SM");
        assertThat(Caller.json(loader.get("/v1/sales-orders/9001/workflow-tasks")))
                .hasSize(1);
        assertThat(Caller.json(loader.get("/v1/sales-orders/9001/postings"))).hasSize(2);

        // 6. The list shows both operations, the newest first.
        JsonNode list = Caller.json(loader.get("/v1/batch-operations?companyId=" + tenant.companyId()));
        assertThat(list.get("items").valueStream().map(item -> item.get("batchRequestId")
                        .asString()))
                .containsExactly(second.get("batchRequestId").asString(), operationId);
    }

    @Test
    void bothExamplesOfTheSeedImportWithSuccessAndTheCompleteOneComesBackAsItWentIn() throws IOException {
        Caller loader = ordermill().newTenant().caller();

        JsonNode simple = loader.imported(sample("simple-orders.json"), "");
        JsonNode complete = loader.imported(sample("complete-order.json"), "");

        assertThat(simple.get("processorResult").asString()).isEqualTo("Success");
        assertThat(complete.get("processorResult").asString()).isEqualTo("Success");
        JsonNode given =
                JsonMapper.shared().readTree(sample("complete-order.json")).get(0);
        JsonNode stored = Caller.json(loader.get("/v1/sales-orders/21990055"));
        assertThat(stored.equals(UserGuide::sameValue, given))
                .as(stored.toPrettyString())
                .isTrue();
    }

    /** Numbers by value: 0.90 is 0.9. */
    private static int sameValue(JsonNode left, JsonNode right) {
        if (left.isNumber() && right.isNumber()) {
            return left.decimalValue().compareTo(right.decimalValue());
        }
        return left.equals(right) ? 0 : 1;
    }

    private static String codes(JsonNode order) {
        return order.get("errors")
                .valueStream()
                .map(error -> error.get("code").asString() + " "
                        + error.get("pointer").asString())
                .sorted()
                .collect(joining(", "));
    }

    private static byte[] sample(String name) throws IOException {
        return Files.readAllBytes(SAMPLES.resolve(name));
    }
}
