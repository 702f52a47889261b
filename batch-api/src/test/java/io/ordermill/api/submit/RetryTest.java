package io.ordermill.api.submit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.testing.Answer;
import io.ordermill.api.testing.ApiTest;
import io.ordermill.api.testing.Http;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationStore;
import io.ordermill.core.upload.UploadStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Retries of operations that were cancelled before a worker took them. */
class RetryTest extends ApiTest {

    @Autowired
    private OperationStore operations;

    @Autowired
    private UploadStore uploads;

    @Autowired
    private JdbcClient jdbc;

    private String company;
    private Http caller;

    @BeforeEach
    void caller() {
        company = newCompany();
        caller = newCaller(company, "orders:import", "operations:read", "operations:cancel");
    }

    @Test
    void makesANewOperationOfWhatIsLeftWithTheSameParameters() throws IOException {
        String first = cancelled("[ {\"a\": 1.50,\"errors\":[]} , null,\n[2]]", "?skipWorkflow=true&label=mine");

        Answer answer = caller.post(retry(first)).expect(201);

        JsonNode status = answer.json();
        String id = status.get("batchRequestId").asString();
        assertThat(answer.header("Location")).isEqualTo(caller.baseUrl() + "/v1/batch-operations/" + id + "/status");
        assertThat(id).isNotEqualTo(first);
        assertThat(status.get("status").asString()).isEqualTo("Pending");
        assertThat(status.get("retryOf").asString()).isEqualTo(first);
        assertThat(status.get("companyId").asString()).isEqualTo(company);
        assertThat(status.get("skipWorkflow").asBoolean()).isTrue();
        assertThat(status.get("label").asString()).isEqualTo("mine");
        assertThat(status(first).get("retriedBy").asString()).isEqualTo(id);
        assertThat(new String(new GZIPInputStream(uploadOf(id)).readAllBytes(), UTF_8))
                .isEqualTo("[{\"a\": 1.50,\"errors\":[]},\nnull,\n[2]]");
    }

    @Test
    void isQueuedLikeASubmission() {
        String id = retried(cancelled("[{}]", ""));

        assertThat(jdbc.sql("select count(*) from scheduled_tasks where task_instance = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void takesACorrectedFileInstead() throws IOException {
        String first = cancelled("[{\"a\":", "");

        JsonNode retry = caller.post(retry(first), "application/json", "[{\"a\":1}]")
                .expect(201)
                .json();

        assertThat(retry.get("retryOf").asString()).isEqualTo(first);
        assertThat(new String(uploadOf(retry.get("batchRequestId").asString()).readAllBytes(), UTF_8))
                .isEqualTo("[{\"a\":1}]");
    }

    @Test
    void takesACorrectedFileAsAFormToo() {
        String first = cancelled("[{}]", "");
        String form =
                "--b\r\nContent-Disposition: form-data; name=\"\"; filename=\"mended.json\"\r\n\r\n[]\r\n--b--\r\n";

        JsonNode retry = caller.post(retry(first), "multipart/form-data; boundary=b", form)
                .expect(201)
                .json();

        assertThat(retry.get("fileName").asString()).isEqualTo("mended.json");
    }

    @Test
    void refusesASecondRetryAndNamesTheFirst() {
        String first = cancelled("[{}]", "");
        String retry = retried(first);

        JsonNode problem = caller.post(retry(first)).problem(409, "OPERATION_RETRIED");

        assertThat(problem.get("retriedBy").asString()).isEqualTo(retry);
        caller.post(retry(first), "application/json", "[{}]").problem(409, "OPERATION_RETRIED");
    }

    @Test
    void letsOneOfManyRetriesAtTheSameMomentThrough() {
        String first = cancelled("[{}]", "");

        List<Integer> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> caller.post(retry(first)).status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(answers).containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
        assertThat(jdbc.sql("select count(*) from batch_operation where retry_of = ?")
                        .param(UUID.fromString(first))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void goesOnByARetryOfTheRetry() {
        String retry = retried(cancelled("[{}]", ""));
        caller.post("/v1/batch-operations/" + retry + "/cancel").expect(202);

        caller.post(retry(retry)).expect(201);
    }

    @Test
    void refusesWhileTheOperationRuns() {
        Answer answer = caller.post(retry(submitted("[{}]", "")));

        answer.problem(409, "OPERATION_NOT_ENDED");
        assertThat(answer.header("Retry-After")).isNotEmpty();
    }

    @Test
    void refusesWhereNothingIsLeft() {
        caller.post(retry(cancelled("[]", ""))).problem(409, "NOTHING_TO_RETRY");
    }

    @Test
    void refusesAFileThatIsNotWhole() {
        caller.post(retry(cancelled("[{}", ""))).problem(409, "UPLOAD_UNREADABLE");
    }

    @Test
    void refusesWhereTheQueueIsFull() {
        String first = cancelled("[{}]", "");
        IntStream.range(0, 20).forEach(i -> submitted("[]", ""));

        caller.post(retry(first)).problem(429, "QUEUE_FULL");
    }

    @Test
    void refusesParametersAndBodiesItDoesNotKnow() {
        String first = cancelled("[{}]", "");

        caller.post(retry(first) + "?dryRun=true").problem(400, "INVALID_PARAMETER");
        caller.post(retry(first), "text/plain", "[{}]").problem(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void isForThoseWhoMayImportIntoTheCompanyOnly() {
        String first = cancelled("[{}]", "");

        anonymous.post(retry(first)).problem(401, "UNAUTHORIZED");
        newCaller(company, "operations:read").post(retry(first)).problem(401, "UNAUTHORIZED");
        newCaller(newCompany(), "orders:import").post(retry(first)).problem(404, "NOT_FOUND");
        caller.post(retry("unknown")).problem(404, "NOT_FOUND");
    }

    private static String retry(String id) {
        return "/v1/batch-operations/" + id + "/retry";
    }

    private String retried(String id) {
        return caller.post(retry(id)).expect(201).json().get("batchRequestId").asString();
    }

    private JsonNode status(String id) {
        return caller.get("/v1/batch-operations/" + id + "/status").expect(200).json();
    }

    private String submitted(String file, String query) {
        return caller.post("/v1/batch/sales-orders" + query, "application/json", file)
                .expect(201)
                .json()
                .get("batchRequestId")
                .asString();
    }

    private String cancelled(String file, String query) {
        String id = submitted(file, query);
        caller.post("/v1/batch-operations/" + id + "/cancel").expect(202);
        return id;
    }

    private InputStream uploadOf(String id) {
        Operation operation = operations.find(UUID.fromString(id)).orElseThrow();
        return uploads.open(operation.uploadId());
    }
}
