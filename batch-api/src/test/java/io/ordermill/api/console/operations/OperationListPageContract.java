package io.ordermill.api.console.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.testing.ApiTest;
import io.ordermill.api.testing.Browser;
import io.ordermill.api.testing.Http;
import io.ordermill.core.operation.OperationQueue;
import java.net.URLEncoder;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

abstract class OperationListPageContract extends ApiTest {

    private static final String PATH = "/console/operations";
    private static final Pattern ROW = Pattern.compile("<tr id=\"op-([^\"]+)\"");

    @Autowired
    private OperationQueue queue;

    @Autowired
    private JdbcClient jdbc;

    private String company;
    private Http caller;
    private String client;
    private Browser browser;

    @BeforeEach
    void browser() {
        company = newCompany();
        client = unique("client");
        String secret = newClient(client, company, "orders:import", "operations:read", "operations:cancel");
        caller = anonymous.basic(client, secret);
        browser = Browser.at(anonymous.baseUrl()).signIn(client, secret);
    }

    @Test
    void invitesToUploadWhereThereIsNothingYet() {
        assertThat(page("")).contains("No operation yet").doesNotContain("<table");
        assertThat(page("?mine=true")).contains("Nothing fits");
    }

    @Test
    void listsTheNewestFirstWithWhatIsKnownOfThem() {
        String first = submit("?label=night%20run");
        String second = submit("");
        jdbc.sql("""
                update batch_operation
                set status = 'T', total_items = 40000, succeeded_items = 39998, failed_items = 2,
                    started_at = submitted_at, progress_at = submitted_at + interval '10' second,
                    finished_at = submitted_at + interval '80' second
                where operation_id = ?""").param(UUID.fromString(first)).update();

        String page = page("");

        assertThat(rows(page)).containsExactly(second, first);
        assertThat(page)
                .contains("night run", "Completed, with errors", "40,000 of 40,000", "4,000/s", "took 1 min 20 s")
                .contains("Waiting", "by " + client)
                .contains("/console/operations/" + first, "/console/operations/" + first + "/errors");
    }

    @Test
    void showsTheTimeLeftOfWhatRuns() {
        String running = submit("");
        assertThat(queue.claim(UUID.fromString(running))).isPresent();
        jdbc.sql("""
                update batch_operation
                set total_items = 1000000, succeeded_items = 1000, started_at = submitted_at - interval '100' second,
                    progress_at = submitted_at
                where operation_id = ?""").param(UUID.fromString(running)).update();

        assertThat(page("")).contains("In progress", "1,000 of 1,000,000", "10/s", " left");
    }

    @Test
    void asksAgainMoreOftenWhileSomethingRuns() {
        String id = submit("");
        assertThat(page("?state=running")).contains("hx-trigger=\"every 2s\"");
        caller.post("/v1/batch-operations/" + id + "/cancel").expect(202);
        assertThat(page("")).contains("hx-trigger=\"every 15s\"");
    }

    @Test
    void showsWhatRunsWhatFailedWhatHasErrorsAndWhatIsMine() {
        String waiting = submit("");
        String failed = submit("");
        set(failed, "status = 'E', finished_at = submitted_at, failure_code = 'MALFORMED_FILE', failure_message = 'm'");
        String withErrors = submit("");
        set(withErrors, "status = 'T', finished_at = submitted_at, total_items = 1, failed_items = 1");
        String another = newCaller(company, "orders:import")
                .post("/v1/batch/sales-orders", "application/json", "[]")
                .expect(201)
                .json()
                .get("batchRequestId")
                .asString();

        assertThat(rows(page("?state=running"))).containsExactly(another, waiting);
        assertThat(rows(page("?state=failed"))).containsExactly(failed);
        assertThat(rows(page("?errors=true"))).containsExactly(withErrors);
        assertThat(rows(page("?mine=true"))).containsExactly(withErrors, failed, waiting);
        assertThat(rows(page("?mine=true&state=running"))).containsExactly(waiting);
    }

    @Test
    void findsByLabelAndIdAndCompany() {
        String labelled = submit("?label=n%C3%A4chster%20%26%20%22Lauf%22");
        String other = submit("");

        assertThat(rows(page("?label=n%C3%A4chster+%26+%22Lauf%22"))).containsExactly(labelled);
        assertThat(rows(page("?id=" + other))).containsExactly(other);
        assertThat(rows(page("?id=" + UUID.randomUUID()))).isEmpty();
        assertThat(rows(page("?companyId=" + company))).containsExactly(other, labelled);
    }

    @Test
    void takesAFormWithEmptyFields() {
        String id = submit("");

        assertThat(rows(page("?label=&id=&from=&until=&companyId=&zone="))).containsExactly(id);
    }

    @Test
    void reckonsDatesInTheZoneOfTheAddress() {
        String id = submit("");
        LocalDateTime there = LocalDateTime.now(ZoneId.of("Pacific/Auckland")).truncatedTo(ChronoUnit.SECONDS);
        String now = "?from=" + there.minusMinutes(5) + "&until=" + there.plusMinutes(5);

        assertThat(rows(page(now + "&zone=Pacific/Auckland"))).containsExactly(id);
        assertThat(rows(page(now + "&zone=UTC"))).isEmpty();
        assertThat(rows(page(now))).isEmpty();
    }

    @Test
    void showsWhatCameToday() {
        String old = submit("");
        set(old, "submitted_at = submitted_at - interval '25' hour");
        String fresh = submit("");

        assertThat(rows(page("?today=true&zone=UTC"))).doesNotContain(old);
        assertThat(rows(page("?"))).contains(old, fresh);
    }

    @Test
    void keepsWhatIsAskedForInEveryAddress() {
        submit("?label=a%26b");

        String page = page("?label=a%26b&state=running");

        assertThat(hrefs(page))
                .contains(
                        PATH + "?label=a%26b",
                        PATH + "?label=a%26b&state=failed",
                        PATH + "?state=running&label=a%26b&mine=true");
        assertThat(page).contains("value=\"a&amp;b\"", "name=\"state\" value=\"running\"");
    }

    @Test
    void pagesThroughAllOfThem() {
        List<String> submitted = new ArrayList<>();
        IntStream.range(0, 3).forEach(any -> submitted.add(submit("?label=paged")));
        for (int copies = 0; copies < 57; copies++) {
            String id = newest().substring(0, 24) + String.format("%012x", 0x800000000000L + copies);
            jdbc.sql("""
                    insert into batch_operation (
                        operation_id, company_id, submitted_by, status, attempt, attempts_without_progress, skip_workflow,
                        ignore_unknown_fields, label, upload_id, succeeded_items, failed_items, database_items, submitted_at,
                        finished_at)
                    select ?, company_id, submitted_by, 'C', 0, 0, true, false, label, upload_id, 0, 0, 0, submitted_at,
                        submitted_at
                    from batch_operation where operation_id = ?""")
                    .params(UUID.fromString(id), UUID.fromString(submitted.get(2)))
                    .update();
        }
        String first = page("?label=paged");
        String older = link(first, "older");
        String second = browser.get(older).expect(200).body();

        List<String> all = new ArrayList<>(rows(first));
        all.addAll(rows(second));
        assertThat(rows(first)).hasSize(50);
        assertThat(all)
                .hasSize(60)
                .isSortedAccordingTo(Collections.reverseOrder())
                .doesNotHaveDuplicates();
        assertThat(second).doesNotContain("id=\"older\"").contains("id=\"newest\"");
        browser.get(older.replace("label=paged", "label=other")).expect(400);
        assertThat(HtmlUtils.htmlUnescape(second)).contains("hx-get=\"" + older + "\"");
    }

    @Test
    void showsNothingOfOtherCompanies() {
        String foreign = newCaller()
                .post("/v1/batch/sales-orders", "application/json", "[]")
                .expect(201)
                .json()
                .get("batchRequestId")
                .asString();

        assertThat(rows(page(""))).isEmpty();
        assertThat(rows(page("?id=" + foreign))).isEmpty();
        assertThat(browser.get(PATH + "?companyId=nowhere").expect(403).body()).contains("Not permitted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=done",
                "errors=yes",
                "id=1",
                "id=1-1-1-1-1",
                "from=%2B999999999-12-31T23:59",
                "until=0000-01-01T00:00",
                "from=yesterday",
                "until=2026-02-30T00:00",
                "today=true&zone=Middle/Earth",
                "cursor=AAAA",
                "page=2",
                "label=a&label=b",
                "label=%00"
            })
    void refusesAnAddressItCannotRead(String query) {
        assertThat(browser.get(PATH + "?" + query).expect(400).body()).contains("Not understood", "<html");
    }

    @Test
    void showsNaughtyTextAsText() {
        String label =
                "<script>alert(1)</script>'\"--><img src=x onerror=alert(2)>${1234*4321}__${1234*4321}__[[${1234*4321}]]";
        submit("?label=" + URLEncoder.encode(label, UTF_8));

        String page = page("?label=" + URLEncoder.encode(label, UTF_8));

        assertThat(rows(page)).hasSize(1);
        assertThat(page).doesNotContain("<script>alert", "<img", "5332114");
        assertThat(HtmlUtils.htmlUnescape(page)).contains(">" + label + "</a>", "value=\"" + label + "\"");
    }

    private String submit(String query) {
        return caller.post("/v1/batch/sales-orders" + query, "application/json", "[]")
                .expect(201)
                .json()
                .get("batchRequestId")
                .asString();
    }

    private String newest() {
        return rows(page("")).get(0);
    }

    private void set(String id, String change) {
        jdbc.sql("update batch_operation set " + change + " where operation_id = ?")
                .param(UUID.fromString(id))
                .update();
    }

    private String page(String query) {
        return browser.get(PATH + query).expect(200).body();
    }

    private static List<String> rows(String page) {
        return ROW.matcher(page).results().map(row -> row.group(1)).toList();
    }

    private static List<String> hrefs(String page) {
        return Pattern.compile("href=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(link -> HtmlUtils.htmlUnescape(link.group(1)))
                .toList();
    }

    private static String link(String page, String id) {
        return Pattern.compile("<a id=\"" + id + "\" href=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map((MatchResult link) -> HtmlUtils.htmlUnescape(link.group(1)))
                .findFirst()
                .orElseThrow();
    }
}
