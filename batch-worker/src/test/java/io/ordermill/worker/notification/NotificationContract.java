package io.ordermill.worker.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.ordermill.core.operation.OperationStore;
import io.ordermill.core.testing.TestDatabase;
import io.ordermill.core.webhook.Webhook;
import io.ordermill.core.webhook.WebhookDelivery;
import io.ordermill.core.webhook.WebhookDelivery.State;
import io.ordermill.core.webhook.WebhookEvent;
import io.ordermill.core.webhook.WebhookSecret;
import io.ordermill.core.webhook.WebhookStore;
import io.ordermill.worker.TestCompany;
import io.ordermill.worker.TestWorker;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What receivers are told, on a worker that runs. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class NotificationContract {

    private static final String[] SETTINGS = {
        "ordermill.webhook.allow-private-addresses=true",
        "ordermill.webhook.polling-interval=20ms",
        "ordermill.webhook.timeout=2s"
    };

    private static final int PORT_OF_NOBODY = 1;

    private final LeapingClock clock = new LeapingClock();
    private TestDatabase database;
    private TestWorker worker;
    private WebhookStore webhooks;
    private TestCompany company;
    private Receiver receiver;

    abstract TestDatabase newDatabase();

    @BeforeAll
    void start() {
        database = newDatabase();
        worker = TestWorker.on(database, leaping(), SETTINGS);
        webhooks = worker.bean(WebhookStore.class);
    }

    private BeanPostProcessor leaping() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Clock ? clock : bean;
            }
        };
    }

    @AfterAll
    void stop() {
        worker.close();
        database.close();
    }

    @BeforeEach
    void receiver() {
        company = TestCompany.in(worker);
        receiver = new Receiver();
    }

    @AfterEach
    void closeReceiver() {
        receiver.close();
    }

    // Before any test puts the clock forward: the library's verifier goes by the system's.
    @Order(1)
    @Test
    void tellsOfACompletedOperationSignedByTheStandard() throws Exception {
        WebhookSecret secret = WebhookSecret.generate();
        register(receiver, secret);

        UUID operationId = submit("[]");
        Receiver.Call call = receiver.next();

        new com.standardwebhooks.Webhook(secret.value()).verify(call.body(), lowerCase(call));
        JsonNode payload = JsonMapper.shared().readTree(call.body());
        assertThat(payload.get("type").asString()).isEqualTo("batch.completed");
        assertThat(payload.get("timestamp").asString()).endsWith("Z");
        JsonNode data = payload.get("data");
        assertThat(data.get("batchRequestId").asString()).isEqualTo(operationId.toString());
        assertThat(data.get("companyId").asString()).isEqualTo(company.id());
        assertThat(data.get("statusCode").asString()).isEqualTo("T");
        assertThat(data.get("totalItems").asInt()).isZero();
        assertThat(data.get("links").get("status").asString())
                .isEqualTo("https://orders.example.com/v1/batch-operations/" + operationId + "/status");
        assertThat(call.headers().get("Content-type").get(0)).startsWith("application/json");
    }

    @Order(1)
    @Test
    void signsSoThatNothingCanBeAltered() {
        WebhookSecret secret = WebhookSecret.generate();
        register(receiver, secret);
        submit("[]");
        Receiver.Call call = receiver.next();

        assertThatThrownBy(() -> new com.standardwebhooks.Webhook(secret.value())
                        .verify(call.body().replace("\"T\"", "\"E\""), lowerCase(call)))
                .isInstanceOf(WebhookVerificationException.class)
                .hasMessageContaining("signature");
    }

    @Test
    void tellsOfEveryKindOfEnd() {
        register(receiver, WebhookSecret.generate());

        submit("{");
        assertThat(type(receiver.next())).isEqualTo("batch.failed");
        UUID pending = create();
        worker.bean(OperationStore.class).cancel(pending);
        Receiver.Call cancelled = receiver.next();
        assertThat(type(cancelled)).isEqualTo("batch.cancelled");
        assertThat(cancelled.body()).contains(pending.toString());
    }

    @Test
    void tellsOnlyWhatWasAskedFor() {
        webhooks.create(
                company.id(),
                receiver.url(),
                Set.of(WebhookEvent.FAILED),
                "https://orders.example.com",
                "tester",
                WebhookSecret.generate());

        submit("[]");
        submit("{");

        assertThat(type(receiver.next())).isEqualTo("batch.failed");
        assertThat(receiver.waiting()).isZero();
    }

    @Test
    void triesAgainByTheScheduleUnderTheSameIdAndDisablesAfterTheLast() {
        UUID webhookId = register(receiver, WebhookSecret.generate());
        receiver.answers(500);
        submit("[]");
        Set<String> ids = new HashSet<>();

        ids.add(receiver.next().id());
        for (int attempt = 1; attempt <= 9; attempt++) {
            int made = attempt;
            await().until(() -> delivery(webhookId).attempts().size() == made);
            WebhookDelivery delivery = delivery(webhookId);
            Duration pause = RetrySchedule.after(attempt).orElseThrow();
            assertThat(delivery.state()).isEqualTo(State.PENDING);
            assertThat(Duration.between(delivery.attempts().get(attempt - 1).at(), delivery.nextAttemptAt()))
                    .isEqualTo(pause);
            assertThat(delivery.attempts().get(attempt - 1).statusCode()).isEqualTo(500);
            clock.leap(pause);
            ids.add(receiver.next().id());
        }

        await().until(() -> delivery(webhookId).state() == State.FAILED);
        await().until(() -> !webhooks.find(webhookId).orElseThrow().isEnabled());
        assertThat(ids).hasSize(1);
        assertThat(delivery(webhookId).attempts()).hasSize(10);
        assertThat(queued(delivery(webhookId))).isLessThanOrEqualTo(1);
    }

    @Test
    void isDoneAsSoonAsOneAttemptSucceeds() {
        UUID webhookId = register(receiver, WebhookSecret.generate());
        receiver.answers(503);
        submit("[]");
        receiver.next();
        await().until(() -> delivery(webhookId).attempts().size() == 1);

        receiver.answers(200);
        clock.leap(Duration.ofSeconds(5));

        await().until(() -> delivery(webhookId).state() == State.DELIVERED);
        await().until(() -> queued(delivery(webhookId)) == 0);
        assertThat(delivery(webhookId).attempts())
                .extracting(WebhookDelivery.Attempt::statusCode)
                .containsExactly(503, 200);
    }

    @Test
    void disablesAReceiverThatIsGone() {
        UUID webhookId = register(receiver, WebhookSecret.generate());
        receiver.answers(410);
        submit("[]");
        receiver.next();

        await().until(() -> !webhooks.find(webhookId).orElseThrow().isEnabled());
        assertThat(delivery(webhookId).state()).isEqualTo(State.FAILED);
        UUID later = submit("[]");
        await().until(() -> isAnnounced(later));
        assertThat(webhooks.deliveries(webhookId, null, 9)).hasSize(1);
    }

    @Test
    void followsNoRedirect() {
        UUID webhookId = register(receiver, WebhookSecret.generate());
        receiver.answers(302);
        submit("[]");
        receiver.next();

        await().until(() -> delivery(webhookId).attempts().size() == 1);
        assertThat(delivery(webhookId).attempts().get(0).statusCode()).isEqualTo(302);
        assertThat(receiver.waiting()).isZero();
    }

    @Test
    void waitsForASlowReceiverNoLongerThanItMayAndLetsNoOtherWait() {
        UUID slow = register(receiver, WebhookSecret.generate());
        receiver.holds();
        try (Receiver quick = new Receiver()) {
            UUID other = register(quick, WebhookSecret.generate());
            submit("[]");

            quick.next();
            await().until(() -> delivery(other).state() == State.DELIVERED);
            await().until(() -> delivery(slow).attempts().size() == 1);
            assertThat(delivery(slow).attempts().get(0).statusCode()).isNull();
            assertThat(delivery(slow).attempts().get(0).error()).contains("No answer");
        }
    }

    @Test
    void losesNothingThatEndedWhileNoWorkerRan() {
        register(receiver, WebhookSecret.generate());
        worker.close();
        UUID ended = endedWithoutWorker();
        start(database, SETTINGS);

        assertThat(receiver.next().body()).contains(ended.toString());
    }

    /** A URL is looked at when it is registered, but its name may lead elsewhere by the time it is called. */
    @Test
    void callsNoAddressThatIsNotPublic() {
        UUID webhookId = register("http://127.0.0.1:" + PORT_OF_NOBODY + "/", WebhookSecret.generate());
        worker.close();
        endedWithoutWorker();
        start(database, "ordermill.webhook.polling-interval=20ms");
        try {
            await().until(() -> attempts(webhookId).size() == 1);
            assertThat(attempts(webhookId).get(0).error()).contains("an address that is not public");
        } finally {
            worker.close();
            start(database, SETTINGS);
        }
    }

    private List<WebhookDelivery.Attempt> attempts(UUID webhookId) {
        return webhooks.deliveries(webhookId, null, 9).stream()
                .flatMap(delivery -> delivery.attempts().stream())
                .toList();
    }

    private void start(TestDatabase same, String... settings) {
        worker = TestWorker.on(same, leaping(), settings);
        webhooks = worker.bean(WebhookStore.class);
    }

    /** As if the process had been killed right after the end was committed. */
    private UUID endedWithoutWorker() {
        JdbcClient jdbc = JdbcClient.create(database.dataSource());
        UUID operationId = UUID.randomUUID();
        jdbc.sql("""
            insert into upload (upload_id, size, sha256, stored_at) values (?, 0, '', current_timestamp)""").param(operationId).update();
        jdbc.sql("""
            insert into batch_operation (
                operation_id, company_id, submitted_by, status, attempt, attempts_without_progress, skip_workflow,
                ignore_unknown_fields, upload_id, succeeded_items, failed_items, database_items, submitted_at,
                finished_at)
            values (?, ?, 'tester', 'C', 0, 0, true, false, ?, 0, 0, 0, current_timestamp, current_timestamp)""").params(operationId, company.id(), operationId).update();
        return operationId;
    }

    @Test
    void forgetsTheDeliveriesOfADeletedWebhook() {
        UUID webhookId = register(receiver, WebhookSecret.generate());
        receiver.answers(500);
        submit("[]");
        receiver.next();
        await().until(() -> delivery(webhookId).attempts().size() == 1);
        WebhookDelivery delivery = delivery(webhookId);

        webhooks.delete(webhookId);
        clock.leap(Duration.ofSeconds(5));

        await().until(() -> queued(delivery) == 0);
        assertThat(webhooks.task(delivery.deliveryId())).isEmpty();
        assertThat(receiver.waiting()).isZero();
    }

    private UUID register(Receiver told, WebhookSecret secret) {
        return register(told.url(), secret);
    }

    private UUID register(String url, WebhookSecret secret) {
        Webhook webhook =
                webhooks.create(company.id(), url, WebhookEvent.ends(), "https://orders.example.com", "tester", secret);
        assertThat(secret.toString()).doesNotContain(secret.value());
        return webhook.webhookId();
    }

    private UUID submit(String file) {
        return company.submit(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    /** Pending, but not queued: no worker takes it. */
    private UUID create() {
        return company.createUnqueued();
    }

    private WebhookDelivery delivery(UUID webhookId) {
        List<WebhookDelivery> deliveries =
                await().until(() -> webhooks.deliveries(webhookId, null, 9), d -> !d.isEmpty());
        return deliveries.get(0);
    }

    private int queued(WebhookDelivery delivery) {
        return worker.bean(JdbcClient.class)
                .sql("select count(*) from webhook_tasks where task_instance = ?")
                .param(delivery.deliveryId().toString())
                .query(Integer.class)
                .single();
    }

    private boolean isAnnounced(UUID operationId) {
        return worker.bean(JdbcClient.class)
                .sql("select announced from batch_operation where operation_id = ?")
                .param(operationId)
                .query(Boolean.class)
                .single();
    }

    private static String type(Receiver.Call call) {
        return JsonMapper.shared().readTree(call.body()).get("type").asString();
    }

    private static Map<String, List<String>> lowerCase(Receiver.Call call) {
        return call.headers().entrySet().stream()
                .collect(Collectors.toMap(header -> header.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
    }
}
