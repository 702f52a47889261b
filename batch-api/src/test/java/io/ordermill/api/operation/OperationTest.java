package io.ordermill.api.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.testing.Answer;
import io.ordermill.api.testing.ApiTest;
import io.ordermill.api.testing.Http;
import io.ordermill.core.operation.Claim;
import io.ordermill.core.operation.OperationFailure;
import io.ordermill.core.operation.OperationQueue;
import io.ordermill.core.operation.OperationStatus;
import io.ordermill.core.operation.Progress;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class OperationTest extends ApiTest {

    @Autowired
    private OperationQueue queue;

    private Http caller;

    @BeforeEach
    void caller() {
        caller = newCaller();
    }

    @Test
    void showsAPendingOperationWithEveryMember() {
        JsonNode status = status(submitted());

        assertThat(status.propertyNames())
                .containsExactly(
                        "batchRequestId",
                        "status",
                        "statusCode",
                        "processorResult",
                        "companyId",
                        "skipWorkflow",
                        "dryRun",
                        "errorPolicy",
                        "fileName",
                        "label",
                        "totalItems",
                        "processedItems",
                        "succeededItems",
                        "validationErrorCount",
                        "unprocessedItems",
                        "databaseItems",
                        "progressPercent",
                        "itemsPerSecond",
                        "submittedAt",
                        "startedAt",
                        "finishedAt",
                        "estimatedFinishAt",
                        "submittedBy",
                        "retryOf",
                        "retriedBy",
                        "failure",
                        "links");
        assertThat(status.get("statusCode").asString()).isEqualTo("N");
        assertThat(status.get("processorResult").isNull()).isTrue();
        assertThat(status.get("totalItems").isNull()).isTrue();
        assertThat(status.get("unprocessedItems").isNull()).isTrue();
        assertThat(status.get("progressPercent").isNull()).isTrue();
        assertThat(status.get("dryRun").asBoolean()).isFalse();
        assertThat(status.get("errorPolicy").asString()).isEqualTo("partial");
        assertThat(status.get("submittedAt").asString()).endsWith("Z");
        String base = caller.baseUrl() + "/v1/batch-operations/"
                + status.get("batchRequestId").asString();
        JsonNode links = status.get("links");
        assertThat(links.get("self").asString()).isEqualTo(base + "/status");
        assertThat(links.get("results").asString()).isEqualTo(base + "/results");
        assertThat(links.get("successes").asString()).isEqualTo(base + "/results?type=success");
        assertThat(links.get("cancel").asString()).isEqualTo(base + "/cancel");
    }

    @Test
    void countsWhatIsStoredWhileAWorkerHasIt() {
        String id = submitted();
        Claim claim = claim(id);
        queue.recordTotal(claim, 400);
        queue.advance(claim, claim.operation().progress().withTotal(400).plus(98, 2, 1000));

        JsonNode status = status(id);

        assertThat(status.get("status").asString()).isEqualTo("InProgress");
        assertThat(status.get("totalItems").asInt()).isEqualTo(400);
        assertThat(status.get("processedItems").asInt()).isEqualTo(100);
        assertThat(status.get("succeededItems").asInt()).isEqualTo(98);
        assertThat(status.get("validationErrorCount").asInt()).isEqualTo(2);
        assertThat(status.get("unprocessedItems").asInt()).isEqualTo(300);
        assertThat(status.get("databaseItems").asInt()).isEqualTo(1000);
        assertThat(status.get("progressPercent").asString()).isEqualTo("25.0");
        assertThat(status.get("startedAt").isNull()).isFalse();
    }

    @Test
    void showsEveryEnd() {
        String success = submitted();
        Claim one = claim(success);
        queue.recordTotal(one, 0);
        queue.finish(one, OperationStatus.COMPLETED, null);
        String failed = submitted();
        queue.finish(
                claim(failed),
                OperationStatus.FAILED,
                new OperationFailure(OperationFailure.Code.MALFORMED_FILE, "A message.", null, 3, 4, 5L));
        String cancelled = submitted();
        caller.post("/v1/batch-operations/" + cancelled + "/cancel").expect(202);

        assertThat(status(success).get("processorResult").asString()).isEqualTo("Success");
        assertThat(status(success).get("progressPercent").asString()).isEqualTo("100.0");
        assertThat(status(failed).get("processorResult").asString()).isEqualTo("Failed");
        assertThat(status(failed).get("failure").propertyNames())
                .containsExactly("code", "message", "line", "column", "byteOffset");
        assertThat(status(cancelled).get("processorResult").asString()).isEqualTo("Cancelled");
        assertThat(status(cancelled).get("finishedAt").isNull()).isFalse();
    }

    @Test
    void completesWithValidationErrorsWhereAnOrderWasRefused() {
        String id = submitted();
        Claim claim = claim(id);
        queue.recordTotal(claim, 2);
        queue.advance(claim, Progress.NONE.withTotal(2).plus(1, 1, 4));
        queue.finish(claim, OperationStatus.COMPLETED, null);

        assertThat(status(id).get("processorResult").asString()).isEqualTo("SuccessWithValidationErrors");
    }

    @Test
    void tellsWhenToAskAgainWhileItRunsOnly() {
        String id = submitted();
        assertThat(statusAnswer(id).header("Retry-After")).isEqualTo("1");

        caller.post("/v1/batch-operations/" + id + "/cancel").expect(202);

        assertThat(statusAnswer(id).headers().firstValue("Retry-After")).isEmpty();
    }

    @Test
    void sparesTheAnswerThatTheCallerHas() {
        String id = submitted();
        String tag = statusAnswer(id).header("ETag");
        assertThat(tag).matches("\"[0-9a-f]+\"");
        assertThat(statusAnswer(id).header("ETag")).isEqualTo(tag);

        Answer unchanged = caller.with("If-None-Match", tag).get("/v1/batch-operations/" + id + "/status");
        claim(id);
        Answer changed = caller.with("If-None-Match", tag).get("/v1/batch-operations/" + id + "/status");

        assertThat(unchanged.expect(304).body()).isEmpty();
        assertThat(changed.expect(200).header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void givesAnotherTagForEveryChange() {
        String id = submitted();
        Set<String> tags = new HashSet<>(Set.of(statusAnswer(id).header("ETag")));
        Claim claim = claim(id);
        assertThat(tags.add(statusAnswer(id).header("ETag"))).isTrue();
        queue.recordTotal(claim, 3);
        assertThat(tags.add(statusAnswer(id).header("ETag"))).isTrue();
        queue.advance(claim, Progress.NONE.withTotal(3).plus(1, 0, 4));
        assertThat(tags.add(statusAnswer(id).header("ETag"))).isTrue();
        queue.advance(claim, Progress.NONE.withTotal(3).plus(1, 1, 4));
        assertThat(tags.add(statusAnswer(id).header("ETag"))).isTrue();
        queue.advance(claim, Progress.NONE.withTotal(3).plus(1, 2, 4));
        assertThat(tags.add(statusAnswer(id).header("ETag"))).isTrue();
        queue.finish(claim, OperationStatus.COMPLETED, null);
        assertThat(tags.add(statusAnswer(id).header("ETag"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%s|304",
                "W/%s|304",
                "\"other\", W/\"more\", %s|304",
                "*|304",
                "\"other\"|200",
                "W/\"other\"|200",
                "other|200",
                "\"|200",
                ",|200"
            })
    void understandsEveryFormOfIfNoneMatch(String header, int expected) {
        String id = submitted();
        String tag = statusAnswer(id).header("ETag");

        Answer answer = caller.with("If-None-Match", header.formatted(tag))
                .get("/v1/batch-operations/" + id + "/status")
                .expect(expected);

        assertThat(answer.header("ETag")).isEqualTo(tag);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.header("Cache-Control")).contains("no-cache", "private");
    }

    @Test
    void cancelsWhatHasNotEnded() {
        String id = submitted();
        claim(id);

        JsonNode first = cancel(id).expect(202).json();
        JsonNode again = cancel(id).expect(202).json();

        assertThat(first.get("status").asString()).isEqualTo("Cancelling");
        assertThat(first.get("statusCode").asString()).isEqualTo("K");
        assertThat(again).isEqualTo(first);
    }

    @Test
    void refusesToCancelWhatHasCompletedOrFailed() {
        String id = submitted();
        Claim claim = claim(id);
        queue.recordTotal(claim, 0);
        queue.finish(claim, OperationStatus.COMPLETED, null);

        cancel(id).problem(409, "OPERATION_ENDED");
    }

    @Test
    void tellsNoDifferenceBetweenUnknownMalformedAndForeignIds() {
        String foreign = submitted();
        Http stranger = newCaller();

        for (String id : new String[] {foreign, UUID.randomUUID().toString(), "1", "%20", foreign + "0"}) {
            for (String page : new String[] {"/status", "/results"}) {
                JsonNode problem =
                        stranger.get("/v1/batch-operations/" + id + page).problem(404, "NOT_FOUND");
                assertThat(problem.get("detail").asString()).isEqualTo("There is no such batch operation.");
            }
            cancelAs(stranger, id).problem(404, "NOT_FOUND");
        }
        assertThat(status(foreign).get("status").asString()).isEqualTo("Pending");
    }

    @Test
    void needsAScopeForEach() {
        String company = newCompany();
        Http nobody = newCaller(company, "orders:read");
        String id = UUID.randomUUID().toString();

        nobody.get("/v1/batch-operations").problem(403, "FORBIDDEN");
        nobody.get("/v1/batch-operations/" + id + "/status").problem(403, "FORBIDDEN");
        nobody.get("/v1/batch-operations/" + id + "/results").problem(403, "FORBIDDEN");
        nobody.post("/v1/batch-operations/" + id + "/cancel").problem(403, "FORBIDDEN");
    }

    private Answer cancel(String id) {
        return cancelAs(caller, id);
    }

    private static Answer cancelAs(Http anyone, String id) {
        return anyone.post("/v1/batch-operations/" + id + "/cancel");
    }

    private String submitted() {
        return caller.post("/v1/batch/sales-orders", "application/json", "[]")
                .expect(201)
                .json()
                .get("batchRequestId")
                .asString();
    }

    private Claim claim(String id) {
        return queue.claim(UUID.fromString(id)).orElseThrow();
    }

    private Answer statusAnswer(String id) {
        return caller.get("/v1/batch-operations/" + id + "/status").expect(200);
    }

    private JsonNode status(String id) {
        return statusAnswer(id).json();
    }
}
