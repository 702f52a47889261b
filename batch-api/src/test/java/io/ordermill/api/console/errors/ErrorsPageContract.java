package io.ordermill.api.console.errors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.testing.ApiTest;
import io.ordermill.api.testing.Browser;
import io.ordermill.core.file.ItemBytes;
import io.ordermill.core.operation.Claim;
import io.ordermill.core.operation.OperationQueue;
import io.ordermill.core.operation.OperationStatus;
import io.ordermill.core.operation.Progress;
import io.ordermill.core.order.ErrorCode;
import io.ordermill.core.order.JudgedItem;
import io.ordermill.core.order.Judgement;
import io.ordermill.core.order.OrderError;
import io.ordermill.core.order.OrderKeys;
import io.ordermill.core.order.PageOutcome.RefusedItem;
import io.ordermill.core.outcome.ErrorKind;
import io.ordermill.core.outcome.OutcomeStore;
import io.ordermill.core.retention.OperationRemoval;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

abstract class ErrorsPageContract extends ApiTest {

    private static final OrderError UNKNOWN =
            OrderError.of(ErrorCode.UNKNOWN_CUSTOMER, "/customerId", "There is no customer \"9\".", "9");
    private static final OrderError NAUGHTY =
            OrderError.of(ErrorCode.REQUIRED, "/salesPerson", "<script>alert('x')</script>\n& is missing.");

    @Autowired
    private OperationQueue queue;

    @Autowired
    private OutcomeStore outcomes;

    @Autowired
    private OperationRemoval removal;

    private String company;
    private Browser browser;

    @BeforeEach
    void signIn() {
        company = newCompany();
        String client = unique("client");
        browser = Browser.at(anonymous.baseUrl()).signIn(client, newClient(client, company, "operations:read"));
    }

    @Test
    void groupsErrorsByWhatTheySay() {
        String id = ended(List.of(List.of(UNKNOWN), List.of(UNKNOWN, NAUGHTY)));

        String page = browser.get(path(id, "")).expect(200).body();

        assertThat(page).contains("UNKNOWN_CUSTOMER", "There is no customer &quot;9&quot;.", "REQUIRED");
        assertThat(page).contains("&lt;script&gt;alert").doesNotContain("<script>alert", "No longer there");
    }

    @Test
    void saysThatThereAreNoErrors() {
        assertThat(browser.get(path(ended(List.of()), "")).expect(200).body())
                .contains("No order of this file was refused.");
    }

    @Test
    void saysThatTheResultsHaveBeenDeleted() {
        String id = ended(List.of(List.of(UNKNOWN)));
        removal.removeResults(Instant.now().plusSeconds(60), 1_000);

        for (String rest : List.of("", "/orders?group=" + ErrorGroup.key(ErrorKind.of(UNKNOWN)))) {
            assertThat(browser.get(path(id, rest)).expect(200).body())
                    .contains("No longer there")
                    .doesNotContain("No such orders", "No errors");
        }
    }

    @Test
    void listsTheOrdersOfAGroupPageByPage() {
        String id = ended(Collections.nCopies(60, List.of(NAUGHTY)));
        String group = "?group=" + ErrorGroup.key(ErrorKind.of(NAUGHTY));

        String first = browser.get(path(id, "/orders" + group)).expect(200).body();
        String second = browser.get(path(id, "/orders" + group + "&after=49"))
                .expect(200)
                .body();

        assertThat(first).contains("Order at index 49", "Next page").doesNotContain("Order at index 50", "First page");
        assertThat(second).contains("Order at index 50", "First page").doesNotContain("Order at index 49", "Next page");
        assertThat(first)
                .doesNotContain("No longer there")
                .contains("ext-0", "<code class=\"place\">/salesPerson</code>");
    }

    @Test
    void marksTheMembersOfAnOrder() {
        String id = ended(List.of(List.of(UNKNOWN, NAUGHTY)));

        String page = browser.get(path(id, "/orders/0")).expect(200).body();

        assertThat(page)
                .contains("<mark><bdi class=\"key\">&quot;customerId&quot;</bdi>: <bdi>&quot;9&quot;</bdi></mark>")
                .contains("<mark><bdi>{</bdi></mark>", "is not there; its place is marked")
                .contains("&quot;&lt;img src=x onerror=alert(1)&gt;\\u202e&quot;")
                .doesNotContain("<img");
    }

    @Test
    void leadsToTheNextOrderOfTheGroup() {
        String id = ended(List.of(List.of(UNKNOWN), List.of(NAUGHTY), List.of(UNKNOWN)));
        String group = "?group=" + ErrorGroup.key(ErrorKind.of(UNKNOWN));

        assertThat(browser.get(path(id, "/orders/0" + group)).expect(200).body())
                .contains(path(id, "/orders/2" + group), "Next with this error");
        assertThat(browser.get(path(id, "/orders/2" + group)).expect(200).body())
                .doesNotContain("Next with this error");
        assertThat(browser.get(path(id, "/orders/0")).expect(200).body())
                .contains(path(id, "/orders/1\""), "Next refused order");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/orders", "/orders?group=x", "/orders?group=UkVRVUlSRUQ", "/orders?group=&after=-1", "?x=1"})
    void refusesAddressesItHasNotGiven(String rest) {
        browser.get(path(ended(List.of(List.of(UNKNOWN))), rest)).expect(400);
    }

    @Test
    void findsNoOrderThatWasNotRefused() {
        String id = ended(List.of(List.of(UNKNOWN)));

        browser.get(path(id, "/orders/1")).expect(404);
        browser.get(path(id, "/orders/999999999")).expect(404);
    }

    @Test
    void showsNothingOfOtherCompanies() {
        String id = ended(List.of(List.of(UNKNOWN)));
        String stranger = unique("client");
        browser.signIn(stranger, newClient(stranger, newCompany(), "operations:read"));

        for (String rest : List.of("", "/orders?group=" + ErrorGroup.key(ErrorKind.of(UNKNOWN)), "/orders/0")) {
            assertThat(browser.get(path(id, rest)).expect(404).body()).doesNotContain("There is no customer");
        }
    }

    private static String path(String id, String rest) {
        return "/console/operations/" + id + "/errors" + rest;
    }

    private String ended(List<List<OrderError>> errors) {
        int items = errors.size();
        String id = newCaller(company, "orders:import")
                .post("/v1/batch/sales-orders", "application/json", "[]")
                .expect(201)
                .json()
                .get("batchRequestId")
                .asString();
        Claim claim = queue.claim(UUID.fromString(id)).orElseThrow();
        queue.recordTotal(claim, items);
        outcomes.record(
                UUID.fromString(id),
                IntStream.range(0, items)
                        .mapToObj(index -> refused(index, errors.get(index)))
                        .toList());
        queue.advance(claim, Progress.NONE.withTotal(items).plus(0, items, 0));
        queue.finish(claim, OperationStatus.COMPLETED, null);
        return id;
    }

    private static RefusedItem refused(int index, List<OrderError> errors) {
        String json =
                "{\"externalOrderId\":\"ext-%d\",\"customerId\":\"9\",\"notes\":\"<img src=x onerror=alert(1)>\u202e\"}"
                        .formatted(index);
        Judgement judgement = new Judgement.Refused(new OrderKeys(null, null), errors);
        return new RefusedItem(new JudgedItem(index, ItemBytes.of(json.getBytes(UTF_8)), judgement), errors);
    }
}
