package io.ordermill.api.console.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.testing.Answer;
import io.ordermill.api.testing.ApiTest;
import io.ordermill.api.testing.Browser;
import io.ordermill.api.testing.Http;
import io.ordermill.core.operation.OperationQueue;
import io.ordermill.core.operation.ProgressHistory;
import io.ordermill.core.operation.ProgressHistory.Sample;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

class OperationPageTest extends ApiTest {

    @Autowired
    private OperationQueue queue;

    @Autowired
    private ProgressHistory history;

    @Autowired
    private JdbcClient jdbc;

    private String company;
    private Http caller;
    private Browser browser;

    @BeforeEach
    void browser() {
        company = newCompany();
        String client = unique("client");
        String secret = newClient(client, company, "orders:import", "operations:read", "operations:cancel");
        caller = anonymous.basic(client, secret);
        browser = Browser.at(anonymous.baseUrl()).signIn(client, secret);
    }

    @Test
    void showsHowFarItIsAndAsksAgainUntilItHasEnded() {
        String id = submit("?label=night%20run&skipWorkflow=true&maxErrors=7", "[]");
        claim(id);
        set(id, """
                total_items = 50000, succeeded_items = 12298, failed_items = 2, database_items = 381238,
                started_at = submitted_at, progress_at = timestampadd(second, 10, submitted_at)""");

        String page = show(id);

        assertThat(page)
                .contains("night run", "In progress", "12,298", "37,700", "1,230/s", "aria-valuenow=\"24\"")
                .contains("381,238 of 1,550,000", "1,000", "7 failed orders", "Taken by a worker")
                .contains("hx-trigger=\"every 1s\"", "data-judged=\"12300\"", path(id) + "/errors");
        assertThat(page).doesNotContain("Cancel asked for");
        caller.post("/v1/batch-operations/" + id + "/cancel").expect(202);
        set(id, "status = 'C', finished_at = submitted_at");
        assertThat(show(id)).contains("Cancelled", "Not processed").doesNotContain("hx-trigger");
    }

    @Test
    void tellsWhichWorkerHasItInItsHands() {
        String id = submit("", "[]");
        claim(id);
        assertThat(show(id)).doesNotContain("last heard of");

        jdbc.sql("update scheduled_tasks set picked = true, picked_by = 'mill-7', last_heartbeat = current_timestamp"
                        + " where task_instance = ?")
                .param(id)
                .update();

        assertThat(show(id)).contains("mill-7", "last heard of");
    }

    @Test
    void beginsItsChartWithWhatIsKeptOfTheCourse() {
        String id = submit("", "[]");
        assertThat(show(id)).contains("id=\"throughput\"").doesNotContain("data-samples");
        history.add(UUID.fromString(id), new Sample(Instant.ofEpochSecond(1_700_000_002), 40));
        history.add(UUID.fromString(id), new Sample(Instant.ofEpochSecond(1_700_000_004), 100));

        assertThat(show(id)).contains("data-samples=\"1700000002000:40 1700000004000:100\"");
        assertThat(browser.getPart(path(id)).expect(200).body()).doesNotContain("data-samples");
    }

    @Test
    void drawsWhatAnAtomicImportHasJudgedAndNotSavedYet() {
        String id = submit("?errorPolicy=atomic", "[]");
        claim(id);
        set(id, "total_items = 500, succeeded_items = 300, progress_at = submitted_at");

        assertThat(show(id)).contains("data-judged=\"300\"", "<dd id=\"succeeded\">0</dd>");
    }

    @Test
    void tellsWhyAnImportFailed() {
        String id = submit("", "[]");
        claim(id);
        set(id, """
                status = 'E', finished_at = submitted_at, failure_code = 'MALFORMED_FILE', failure_message = 'no <b>array',
                failure_line = 3, failure_column = 14""");

        assertThat(show(id)).contains("MALFORMED_FILE", "no &lt;b&gt;array", "line 3, column 14");
    }

    @Test
    void cancelsWhatHasNotEnded() {
        String id = submit("", "[]");
        assertThat(show(id)).contains("data-opens=\"cancel\"", "<dialog id=\"cancel\"");

        Answer answer = browser.post(path(id) + "/cancel", Map.of());

        assertThat(answer.expect(302).header("Location")).endsWith(path(id));
        String page = show(id);
        assertThat(page).contains("Cancelled", "Cancel has been asked for").doesNotContain("data-opens=\"cancel\"");
        assertThat(show(id)).doesNotContain("Cancel has been asked for");
    }

    @Test
    void tellsWhenCancelWasAskedFor() {
        String id = submit("", "[]");
        claim(id);
        browser.post(path(id) + "/cancel", Map.of()).expect(302);
        set(id, "cancel_asked_at = timestamp with time zone '2031-05-06 07:08:09Z'");
        assertThat(show(id)).containsSubsequence("Taken by a worker", "Cancel asked for", "2031-05-06 07:08:09 UTC");

        set(id, "status = 'C', total_items = 1, finished_at = submitted_at");
        assertThat(show(id)).containsSubsequence("Cancel asked for", "<span class=\"what\">Cancelled</span>");
    }

    @Test
    void tellsThatItIsTooLateToCancel() {
        String id = submit("", "[]");
        claim(id);
        set(id, "status = 'T', total_items = 0, finished_at = submitted_at");

        browser.post(path(id) + "/cancel", Map.of()).expect(302);

        assertThat(show(id)).contains("cannot be cancelled any more", "role=\"alert\"");
    }

    @Test
    void retriesWhatWasLeft() {
        String id = submit("?label=first", "[{\"customerId\":\"1\"}]");
        browser.post(path(id) + "/cancel", Map.of()).expect(302);
        set(id, "total_items = 1");
        assertThat(show(id)).contains("data-opens=\"retry\"");

        String retry = browser.post(path(id) + "/retry", Map.of()).expect(302).header("Location");

        assertThat(retry).contains("/console/operations/").doesNotContain(id);
        assertThat(browser.get(retry.substring(retry.indexOf("/console")))
                        .expect(200)
                        .body())
                .contains("Retry of", id, "takes up what was left");
        assertThat(show(id)).contains("Retried by").doesNotContain("data-opens=\"retry\"");
        browser.post(path(id) + "/retry", Map.of()).expect(302);
        assertThat(show(id)).contains("has been retried already");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "retry"})
    void refusesFormsOfOtherSites(String action) {
        String id = submit("", "[]");

        browser.postBare(path(id) + "/" + action, Map.of()).expect(403);

        assertThat(show(id)).contains("Waiting");
    }

    @Test
    void isReadOnlyForWhoMayOnlyRead() {
        String id = submit("", "[]");
        String reader = unique("client");
        Browser readOnly =
                Browser.at(anonymous.baseUrl()).signIn(reader, newClient(reader, company, "operations:read"));

        assertThat(readOnly.get(path(id)).expect(200).body()).doesNotContain("<dialog", "data-opens");
        readOnly.post(path(id) + "/cancel", Map.of()).expect(403);
        readOnly.post(path(id) + "/retry", Map.of()).expect(403);
        assertThat(show(id)).contains("Waiting");
    }

    @Test
    void hidesWhatIsOfOtherCompanies() {
        String id = submit("", "[]");
        String client = unique("client");
        Browser stranger = Browser.at(anonymous.baseUrl())
                .signIn(client, newClient(client, newCompany(), "operations:read", "operations:cancel"));

        for (String path :
                List.of(path(id), path(id) + "/results", path(UUID.randomUUID().toString()), path("1"))) {
            assertThat(stranger.get(path).expect(404).body()).contains("There is no such batch operation.");
        }
        stranger.post(path(id) + "/cancel", Map.of()).expect(302);
        assertThat(show(id)).contains("Waiting");
    }

    @ParameterizedTest
    @CsvSource({
        "type=failed&format=json, application/json, application/json, failed.json",
        "type=failed&format=csv, text/csv, text/csv;charset=UTF-8, failed.csv",
        "type=success&format=ndjson, application/x-ndjson, application/x-ndjson, success.ndjson",
        "type=unprocessed&format=json, application/json, application/json, unprocessed.json"
    })
    void givesTheResultsOfTheApiAsFiles(String query, String accept, String contentType, String fileName) {
        String id = submit("", "[{\"customerId\":\"1\"}, {\"a\":\"é\"}]");
        browser.post(path(id) + "/cancel", Map.of()).expect(302);
        set(id, "total_items = 2");

        Answer answer = browser.get(path(id) + "/results?" + query).expect(200);

        String type = query.substring(0, query.indexOf('&'));
        assertThat(answer.body())
                .isEqualTo(caller.with("Accept", accept)
                        .get("/v1/batch-operations/" + id + "/results?" + type)
                        .expect(200)
                        .body());
        assertThat(answer.header("Content-Type")).isEqualTo(contentType);
        assertThat(answer.header("Content-Disposition")).contains("attachment", fileName);
    }

    @Test
    void tellsWhyThereIsNothingToDownload() {
        String id = submit("", "[]");

        assertThat(browser.get(path(id) + "/results").expect(409).body()).contains("Not possible now", "<html");
        browser.get(path(id) + "/results?partial=true").expect(200);
        browser.get(path(id) + "/results?type=all").expect(400);
        browser.get(path(id) + "/results?format=xml").expect(400);
    }

    @Test
    void showsNaughtyTextAsText() {
        String label = "\"><script>alert(1)</script>\u202E'{{7*7}}${1234*4321}";
        String id = submit("?label=" + URLEncoder.encode(label, UTF_8), "[]");

        String page = show(id);

        assertThat(page).doesNotContain("<script>alert", "5332114");
        assertThat(HtmlUtils.htmlUnescape(page)).contains("<bdi>" + label + "</bdi>");
    }

    private String submit(String query, String file) {
        return caller.post("/v1/batch/sales-orders" + query, "application/json", file)
                .expect(201)
                .json()
                .get("batchRequestId")
                .asString();
    }

    private void claim(String id) {
        assertThat(queue.claim(UUID.fromString(id))).isPresent();
    }

    private void set(String id, String change) {
        jdbc.sql("update batch_operation set " + change + " where operation_id = ?")
                .param(UUID.fromString(id))
                .update();
    }

    private String show(String id) {
        return browser.get(path(id)).expect(200).body();
    }

    private static String path(String id) {
        return "/console/operations/" + id;
    }
}
