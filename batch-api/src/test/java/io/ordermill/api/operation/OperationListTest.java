package io.ordermill.api.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordermill.api.testing.Answer;
import io.ordermill.api.testing.ApiTest;
import io.ordermill.api.testing.Http;
import io.ordermill.core.operation.OperationQueue;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class OperationListTest extends ApiTest {

    @Autowired
    private OperationQueue queue;

    private String company;
    private Http caller;

    @BeforeEach
    void caller() {
        company = newCompany();
        caller = newCaller(company, "orders:import", "operations:read", "operations:cancel");
    }

    @Test
    void listsTheNewestFirstPageByPage() {
        List<String> submitted = new ArrayList<>(
                IntStream.range(0, 5).mapToObj(any -> submit("")).toList());
        Collections.reverse(submitted);

        JsonNode first = list("?pageSize=2");
        JsonNode second = list("?pageSize=2&cursor=" + first.get("cursor").asString());
        JsonNode third = list("?pageSize=2&cursor=" + second.get("cursor").asString());

        assertThat(first.get("hasMore").asBoolean()).isTrue();
        assertThat(third.get("hasMore").asBoolean()).isFalse();
        assertThat(third.get("cursor").isNull()).isTrue();
        List<String> listed = new ArrayList<>(ids(first));
        listed.addAll(ids(second));
        listed.addAll(ids(third));
        assertThat(listed).isEqualTo(submitted);
    }

    @Test
    void showsNothingOfCompaniesThatAreNotTheCallers() {
        submit("");

        assertThat(ids(newCaller().get("/v1/batch-operations").expect(200).json()))
                .isEmpty();
        newCaller().get("/v1/batch-operations?companyId=" + company).problem(403, "FORBIDDEN");
    }

    @Test
    void filtersByStatusNameOrLetter() {
        String pending = submit("");
        String running = submit("");
        assertThat(queue.claim(UUID.fromString(running))).isPresent();
        String cancelled = submit("");
        caller.post("/v1/batch-operations/" + cancelled + "/cancel").expect(202);

        assertThat(ids(list("?status=Pending"))).containsExactly(pending);
        assertThat(ids(list("?status=W"))).containsExactly(running);
        assertThat(ids(list("?status=N&status=InProgress"))).containsExactly(running, pending);
        assertThat(ids(list("?status=C"))).containsExactly(cancelled);
        assertThat(ids(list("?status=E"))).isEmpty();
    }

    @Test
    void filtersByLabelSubmitterAndCompany() {
        String labelled = submit("?label=night%20run");
        String other = submit("?label=day");
        String submitter = list("").get("items").get(0).get("submittedBy").asString();

        assertThat(ids(list("?label=night%20run"))).containsExactly(labelled);
        assertThat(ids(list("?label=night"))).isEmpty();
        assertThat(ids(list("?companyId=" + company + "&submittedBy=" + submitter)))
                .containsExactly(other, labelled);
        assertThat(ids(list("?submittedBy=nobody"))).isEmpty();
    }

    @Test
    void filtersByTime() {
        String id = submit("");

        assertThat(ids(list("?timeWindow=PT1H"))).containsExactly(id);
        assertThat(ids(list("?timeFrom=2020-01-01T00:00:00Z"))).containsExactly(id);
        assertThat(ids(list("?timeFrom=2020-01-01T00:00:00+02:00"))).containsExactly(id);
        assertThat(ids(list("?timeFrom=2020-01-01T00:00:00"))).containsExactly(id);
        assertThat(ids(list("?timeFrom=2020-01-01T00:00:00Z&timeWindow=P1D"))).isEmpty();
        assertThat(ids(list("?timeFrom=2900-01-01T00:00:00Z"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=Done",
                "status=",
                "status=n",
                "status=N,W",
                "status=N&status=Done",
                "label=",
                "label=%00",
                "companyId=",
                "timeFrom=",
                "timeFrom=1899-12-31T00:00:00Z",
                "timeFrom=2026-01-01",
                "timeWindow=PT0S",
                "timeWindow=P1M",
                "pageSize=-1",
                "pageSize=1&pageSize=2",
                "timeFrom=yesterday",
                "timeFrom=9999999-01-01T00:00:00Z",
                "timeFrom=2026-02-30T00:00:00Z",
                "timeWindow=1h",
                "timeWindow=-PT1H",
                "timeWindow=P999999999D",
                "timeWindow=PT9223372036854775807H",
                "pageSize=0",
                "pageSize=201",
                "pageSize=x",
                "pageSize=99999999999",
                "cursor=x",
                "cursor=AAAA",
                "cursor=!",
                "page=2",
                "label=a&label=b"
            })
    void refusesParametersItCannotRead(String query) {
        caller.get("/v1/batch-operations?" + query).problem(400, "INVALID_PARAMETER");
    }

    @Test
    void refusesACursorThatItDidNotGiveForThisList() {
        submit("?label=a");
        submit("?label=a");
        String cursor = list("?label=a&pageSize=1").get("cursor").asString();
        String position = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        String altered = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((position.charAt(0) == '0' ? "1" : "0")
                        .concat(position.substring(1))
                        .getBytes(UTF_8));

        assertThat(ids(list("?label=a&pageSize=7&cursor=" + cursor))).hasSize(1);
        for (String other : new String[] {
            "?cursor=" + cursor,
            "?label=b&cursor=" + cursor,
            "?label=a&status=N&cursor=" + cursor,
            "?label=a&companyId=" + company + "&cursor=" + cursor,
            "?label=a&timeWindow=PT1H&cursor=" + cursor,
            "?label=a&cursor=" + altered,
            "?label=a&cursor=" + cursor + "A"
        }) {
            assertThat(caller.get("/v1/batch-operations" + other)
                            .problem(400, "INVALID_PARAMETER")
                            .get("detail")
                            .asString())
                    .as(other)
                    .contains("cursor");
        }
    }

    @Test
    void keepsTheWindowOfTheFirstPage() {
        String oldest = submit("");
        submit("");
        String cursor = list("?timeWindow=PT1S&pageSize=1").get("cursor").asString();
        await().untilAsserted(() -> assertThat(ids(list("?timeWindow=PT1S"))).isEmpty());

        assertThat(ids(list("?timeWindow=PT1S&pageSize=1&cursor=" + cursor))).containsExactly(oldest);
    }

    @Test
    void showsAnOperationOnceAlthoughOthersArriveWhileItIsPagedThrough() {
        List<String> submitted = new ArrayList<>(
                IntStream.range(0, 3).mapToObj(any -> submit("")).toList());
        Collections.reverse(submitted);
        List<String> listed = new ArrayList<>();
        String next = "";
        JsonNode page;
        do {
            page = list("?pageSize=1" + next);
            listed.addAll(ids(page));
            next = "&cursor=" + page.get("cursor").asString();
            submit("");
        } while (page.get("hasMore").asBoolean());

        assertThat(listed).isEqualTo(submitted);
    }

    @Test
    void sparesTheListThatTheCallerHas() {
        submit("");
        Answer first = caller.get("/v1/batch-operations").expect(200);
        Http again = caller.with("If-None-Match", first.header("ETag"));

        assertThat(again.get("/v1/batch-operations").expect(304).body()).isEmpty();
        submit("");
        assertThat(ids(again.get("/v1/batch-operations").expect(200).json())).hasSize(2);
    }

    private String submit(String query) {
        return caller.post("/v1/batch/sales-orders" + query, "application/json", "[]")
                .expect(201)
                .json()
                .get("batchRequestId")
                .asString();
    }

    private JsonNode list(String query) {
        return caller.get("/v1/batch-operations" + query).expect(200).json();
    }

    private static List<String> ids(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(item -> item.get("batchRequestId").asString())
                .toList();
    }
}
