package io.ordermill.api.console.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.testing.ApiTest;
import io.ordermill.api.testing.Browser;
import io.ordermill.core.webhook.WebhookEvent;
import io.ordermill.core.webhook.WebhookSecret;
import io.ordermill.core.webhook.WebhookStore;
import io.ordermill.core.worker.WorkerRegister;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class SystemPageTest extends ApiTest {

    @Autowired
    private WebhookStore webhooks;

    @Autowired
    private WorkerRegister workers;

    @Autowired
    private JdbcClient jdbc;

    private String ours;
    private String theirs;

    /** Other tests of this database have had some. */
    @BeforeEach
    void noWorkers() {
        jdbc.sql("update scheduled_tasks set picked = false, picked_by = null").update();
    }

    @BeforeEach
    void twoCompanies() {
        ours = withSomethingOpen("https://ours.example/hook");
        theirs = withSomethingOpen("https://theirs.example/hook");
    }

    @Test
    void showsWhatWaitsOfOnesOwnCompanies() {
        assertThat(page("operations:read"))
                .contains("<dt>Waiting</dt><dd>1</dd>", "The share of your companies.")
                .doesNotContain(theirs);
    }

    @Test
    void showsAnAdministratorTheWholeQueue() {
        assertThat(page("operations:read", "admin"))
                .contains("Queue and work of all companies.")
                .doesNotContain("<dt>Waiting</dt><dd>1</dd>");
    }

    @Test
    void showsEverybodyAlsoAnIdleWorker() {
        String name = unique("worker");
        workers.heartbeat(name, 3, Duration.ofSeconds(24));
        try {
            assertThat(page("operations:read"))
                    .containsSubsequence(name, "<time datetime=", "s ago", "idle, of 3")
                    .doesNotContain("No worker is alive");
        } finally {
            workers.remove(name);
        }
    }

    @Test
    void pointsOutThatNoWorkerIsAliveWhileOperationsWait() {
        assertThat(page("operations:read")).contains("No worker is alive, and operations wait.");
    }

    @Test
    void pointsOutAWorkerThatFellSilentByItsOwnLimit() {
        String name = unique("worker");
        workers.heartbeat(name, 3, Duration.ofMillis(-1));
        try {
            assertThat(page("operations:read")).contains(name, ", silent", "No worker is alive");
        } finally {
            workers.remove(name);
        }
    }

    @Test
    void showsWebhooksOfOnesOwnCompaniesToThoseWhoMayChangeThem() {
        assertThat(page("orders:import"))
                .contains("https://ours.example/hook", "nothing sent yet")
                .doesNotContain("theirs.example", "<dt>Waiting</dt>", "customers");
        assertThat(page("operations:read", "orders:read", "admin")).doesNotContain("ours.example");
    }

    @Test
    void countsTheReferenceDataOfACompany() {
        loadReferences(ours);

        assertThat(page("orders:read"))
                .contains("<dt>sales-persons</dt><dd class=\"num\">2</dd>", "<dt>periods</dt><dd class=\"num\">0</dd>");
    }

    @Test
    void showsNoOtherCompany() {
        String client = unique("client");
        Browser.at(anonymous.baseUrl())
                .signIn(client, newClient(client, ours, "orders:read", "admin"))
                .get("/console/system?companyId=" + theirs)
                .expect(403);
    }

    @Test
    void isForThoseWhoMayLookAtAnyOfIt() {
        String client = unique("client");
        Browser.at(anonymous.baseUrl())
                .signIn(client, newClient(client, ours, "orders:write"))
                .get("/console/system")
                .expect(403);
    }

    private String page(String... scopes) {
        String client = unique("client");
        return Browser.at(anonymous.baseUrl())
                .signIn(client, newClient(client, ours, scopes))
                .get("/console/system")
                .expect(200)
                .body();
    }

    private String withSomethingOpen(String url) {
        String company = newCompany();
        newCaller(company, "orders:import")
                .post("/v1/batch/sales-orders", "application/json", "[]")
                .expect(201);
        webhooks.create(
                company, url, Set.of(WebhookEvent.values()), "http://localhost", "somebody", WebhookSecret.generate());
        return company;
    }
}
