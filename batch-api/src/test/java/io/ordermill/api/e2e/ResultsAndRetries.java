package io.ordermill.api.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordermill.core.testing.GeneratedOrders;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What callers do about orders that were not saved. */
abstract class ResultsAndRetries {

    private static final int ORDERS = 10_000;
    private static final Path MISTAKES = Path.of("samples/orders-with-mistakes.json");

    abstract RunningOrdermill ordermill();

    @Test
    void everyOrderOfACancelledOperationIsInOneResultAndARetryCompletesIt() {
        Tenant tenant = ordermill().newTenant();
        Caller caller = tenant.caller();
        // Every second order names it.
        tenant.load(ordermill().admin(), "customers", "customerId,currencyCode,active\n1015,GBP,false\n");
        JsonNode first = cancelled(caller);

        JsonNode saved = caller.succeeded(first);
        JsonNode failed = caller.failed(first);
        JsonNode unprocessed = caller.unprocessed(first);
        assertThat(saved).hasSize(first.get("succeededItems").asInt()).isNotEmpty();
        assertThat(failed).hasSize(first.get("validationErrorCount").asInt()).isNotEmpty();
        assertThat(unprocessed).hasSize(first.get("unprocessedItems").asInt()).isNotEmpty();
        assertThat(Stream.of(saved, failed, unprocessed)
                        .flatMap(JsonNode::valueStream)
                        .map(order -> order.get("itemIndex").asInt())
                        .sorted())
                .isEqualTo(IntStream.range(0, ORDERS).boxed().toList());
        assertThat(unprocessed.valueStream()).allMatch(order -> order.get("externalOrderId")
                .asString()
                .equals("G-" + order.get("itemIndex").asInt()));

        tenant.load(ordermill().admin(), "customers", "customerId,currencyCode,active\n1015,GBP,true\n");
        HttpResponse<String> created = caller.post(operation(first) + "/retry");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        JsonNode retry =
                caller.awaitEnd(Caller.json(created).get("batchRequestId").asString());

        assertThat(retry.get("processorResult").asString()).isEqualTo("Success");
        assertThat(retry.get("retryOf")).isEqualTo(first.get("batchRequestId"));
        assertThat(retry.get("skipWorkflow").asBoolean()).isTrue();
        assertThat(retry.get("totalItems").asInt()).isEqualTo(failed.size() + unprocessed.size());
        JsonNode completed = caller.succeeded(retry);
        assertThat(completed.valueStream().map(ResultsAndRetries::position)).isSorted();
        assertThat(Stream.of(saved, completed)
                        .flatMap(JsonNode::valueStream)
                        .map(ResultsAndRetries::position)
                        .sorted())
                .isEqualTo(IntStream.range(0, ORDERS).boxed().toList());
        assertThat(caller.post(operation(first) + "/retry").statusCode()).isEqualTo(409);
        assertThat(caller.post(operation(retry) + "/retry").statusCode()).isEqualTo(409);
    }

    @Test
    void theFailedOrdersCorrectedAreTheNextFile() throws IOException {
        Caller caller = ordermill().newTenant().caller();
        JsonNode first = caller.imported(Files.readAllBytes(MISTAKES), "?skipWorkflow=true");
        String failed = caller.failed(first).toString();

        String corrected = failed.replace("1O00", "1000")
                .replace("NESP20", "NESP02")
                .replace("\"fifty\"", "50")
                .replace("ordreDate", "orderDate")
                .replace("\"itemIndex\":2,", "\"itemIndex\":2,\"salesPerson\":\"SYSEN\",")
                .replace("\"transactionType\":\"SM\"", "\"transactionType\":\"SM\",\"orderNumber\":9001");
        assertThat(corrected).isNotEqualTo(failed).contains("\"errors\":[");
        JsonNode second = caller.imported(corrected.getBytes(UTF_8), "");

        assertThat(second.get("validationErrorCount").asInt()).isZero();
        assertThat(second.get("succeededItems").asInt())
                .isEqualTo(first.get("validationErrorCount").asInt());
    }

    @Test
    void aRetryTakesTheCorrectedFileToo() throws IOException {
        Caller caller = ordermill().newTenant().caller();
        JsonNode first = caller.imported("[{\"customerId\":\"1000\"".getBytes(UTF_8), "?skipWorkflow=true");
        assertThat(first.get("status").asString()).isEqualTo("Failed");
        assertThat(caller.post(operation(first) + "/retry").statusCode()).isEqualTo(409);

        HttpResponse<String> created = caller.send(
                "POST",
                operation(first) + "/retry",
                "application/json",
                new String(GeneratedOrders.simple(3, 20), UTF_8));

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        JsonNode retry =
                caller.awaitEnd(Caller.json(created).get("batchRequestId").asString());
        assertThat(retry.get("succeededItems").asInt()).isEqualTo(3);
        assertThat(retry.get("retryOf")).isEqualTo(first.get("batchRequestId"));
    }

    @Test
    void mistakesAreShownAsJsonLinesTableAndSummary() throws IOException {
        Caller caller = ordermill().newTenant().caller();
        JsonNode end = caller.imported(Files.readAllBytes(MISTAKES), "");
        String results = operation(end) + "/results";

        JsonNode array = Caller.json(caller.get(results, "application/json"));
        List<String> lines =
                caller.get(results, "application/x-ndjson").body().lines().toList();
        List<String> table = caller.get(results, "text/csv").body().lines().toList();
        JsonNode summary = Caller.json(caller.get(results + "/summary"));

        assertThat(lines.stream().map(JsonMapper.shared()::readTree))
                .isEqualTo(array.valueStream().toList());
        int errors = array.valueStream()
                .mapToInt(order -> order.get("errors").size())
                .sum();
        assertThat(table).hasSize(1 + errors);
        assertThat(table.get(1))
                .isEqualTo("\"1\",,,\"1O00\",\"UNKNOWN_CUSTOMER\",\"/customerId\","
                        + quoted(array.get(0).get("errors").get(0).get("message")) + ",\"1O00\"");
        assertThat(summary.get("hasMore").asBoolean()).isFalse();
        assertThat(summary.get("groups")
                        .valueStream()
                        .mapToInt(group -> group.get("count").asInt())
                        .sum())
                .isEqualTo(errors);
        assertThat(codes(summary.get("groups")))
                .isEqualTo(codes(array.valueStream()
                        .flatMap(order -> order.get("errors").valueStream())
                        .toList()));
    }

    /** With a part of it saved, a part refused and a part not reached. */
    private static JsonNode cancelled(Caller caller) {
        String id = caller.accepted(GeneratedOrders.simple(ORDERS, 10), "?skipWorkflow=true");
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> caller.status(id).get("processedItems").asInt() > 0);
        String results = "/v1/batch-operations/" + id + "/results";
        HttpResponse<String> tooEarly = caller.get(results);
        HttpResponse<String> soFar = caller.get(results + "?partial=true");
        caller.post("/v1/batch-operations/" + id + "/cancel");
        assertThat(tooEarly.statusCode()).isEqualTo(409);
        assertThat(tooEarly.headers().firstValue("Retry-After")).isPresent();
        assertThat(Caller.json(soFar)).isNotEmpty();
        JsonNode end = caller.awaitEnd(id);
        assertThat(end.get("status").asString()).isEqualTo("Cancelled");
        return end;
    }

    private static String operation(JsonNode status) {
        return "/v1/batch-operations/" + status.get("batchRequestId").asString();
    }

    private static int position(JsonNode saved) {
        return Integer.parseInt(saved.get("externalOrderId").asString().substring("G-".length()));
    }

    private static String quoted(JsonNode text) {
        return "\"" + text.asString().replace("\"", "\"\"") + "\"";
    }

    private static Set<String> codes(Iterable<JsonNode> errors) {
        return StreamSupport.stream(errors.spliterator(), false)
                .map(error -> error.get("code").asString())
                .collect(toSet());
    }
}
