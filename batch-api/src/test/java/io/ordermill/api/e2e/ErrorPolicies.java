package io.ordermill.api.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a caller sees of {@code dryRun}, {@code errorPolicy=atomic} and {@code maxErrors}. */
abstract class ErrorPolicies {

    private static final String ORDER = """
            {"customerId":"%s","transactionType":"SO",%s"responsible":"FRED","salesPerson":"SYSEN",
             "orderLines":[{"productCode":"NESP02","quantity":50}]}""";

    private static final byte[] FILE = file(
            ORDER.formatted("1000", ""),
            ORDER.formatted("nobody", ""),
            ORDER.formatted("1015", "\"orderNumber\":700,"),
            ORDER.formatted("1015", "\"orderNumber\":700,"));

    abstract RunningOrdermill ordermill();

    @Test
    void aDryRunTellsWhatTheImportThenDoesAndSavesNothing() {
        Caller caller = ordermill().newTenant().caller();

        JsonNode dry = caller.imported(FILE, "?dryRun=true");
        assertThat(caller.get("/v1/sales-orders/700").statusCode()).isEqualTo(404);
        JsonNode real = caller.imported(FILE, "");

        assertThat(dry.get("dryRun").asBoolean()).isTrue();
        for (String count : List.of("processorResult", "succeededItems", "validationErrorCount", "databaseItems")) {
            assertThat(dry.get(count)).as(count).isEqualTo(real.get(count));
        }
        assertThat(caller.failed(dry)).isEqualTo(caller.failed(real));
        JsonNode wouldBeSaved = caller.succeeded(dry);
        assertThat(wouldBeSaved).hasSize(2);
        assertThat(wouldBeSaved.get(0).get("orderNumber").isNull()).isTrue();
        assertThat(wouldBeSaved.get(1).get("orderNumber").asLong()).isEqualTo(700);
        assertThat(wouldBeSaved.get(0).has("links")).isFalse();
        assertThat(caller.unprocessed(dry)).isEmpty();
        assertThat(caller.succeeded(real).get(0).get("orderNumber").asLong())
                .as("the first of its series")
                .isEqualTo(1);
    }

    @Test
    void oneInvalidOrderKeepsAnAtomicBatchFromBeingSaved() {
        Caller caller = ordermill().newTenant().caller();

        JsonNode end = caller.imported(FILE, "?errorPolicy=atomic");

        assertThat(end.get("status").asString()).isEqualTo("Completed");
        assertThat(end.get("processorResult").asString()).isEqualTo("SuccessWithValidationErrors");
        assertCounts(end, 0, 2, 2);
        assertThat(end.get("databaseItems").asLong()).isZero();
        assertThat(caller.failed(end)).hasSize(2);
        assertThat(caller.succeeded(end)).isEmpty();
        assertThat(caller.unprocessed(end))
                .extracting(order -> order.get("itemIndex").asInt())
                .containsExactly(0, 2);
        assertThat(caller.get("/v1/sales-orders/700").statusCode()).isEqualTo(404);
    }

    @Test
    void anAtomicBatchWithoutErrorsIsSaved() {
        Caller caller = ordermill().newTenant().caller();

        JsonNode end = caller.imported(
                file(ORDER.formatted("1000", ""), ORDER.formatted("1015", "\"orderNumber\":700,")),
                "?errorPolicy=atomic");

        assertThat(end.get("processorResult").asString()).isEqualTo("Success");
        assertCounts(end, 2, 0, 0);
        assertThat(caller.succeeded(end)).hasSize(2);
        assertThat(caller.get("/v1/sales-orders/700").statusCode()).isEqualTo(200);
    }

    @Test
    void anImportFailsOnceAsManyOrdersHaveFailedAsWereAllowed() {
        Caller caller = ordermill().newTenant().caller();

        JsonNode stopped = caller.imported(FILE, "?maxErrors=2");
        JsonNode notStopped = caller.imported(FILE, "?maxErrors=4");

        assertThat(stopped.get("status").asString()).isEqualTo("Failed");
        assertThat(stopped.get("failure").get("code").asString()).isEqualTo("TOO_MANY_ERRORS");
        assertCounts(stopped, 2, 2, 0);
        assertThat(caller.succeeded(stopped)).as("of a page that was saved").hasSize(2);
        assertThat(notStopped.get("status").asString()).isEqualTo("Completed");
        assertCounts(notStopped, 1, 3, 0);
    }

    private static void assertCounts(JsonNode end, int succeeded, int failed, int unprocessed) {
        assertThat(end.get("succeededItems").asInt()).isEqualTo(succeeded);
        assertThat(end.get("validationErrorCount").asInt()).isEqualTo(failed);
        assertThat(end.get("processedItems").asInt()).isEqualTo(succeeded + failed);
        assertThat(end.get("unprocessedItems").asInt()).isEqualTo(unprocessed);
    }

    private static byte[] file(String... orders) {
        return ("[" + String.join(",", orders) + "]").getBytes(UTF_8);
    }
}
