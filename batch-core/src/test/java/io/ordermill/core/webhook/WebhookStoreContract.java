package io.ordermill.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationStore;
import io.ordermill.core.operation.TestOperations;
import io.ordermill.core.testing.StoreContract;
import io.ordermill.core.testing.TestDatabase;
import io.ordermill.core.webhook.WebhookDelivery.Attempt;
import io.ordermill.core.webhook.WebhookDelivery.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

abstract class WebhookStoreContract extends StoreContract {

    private static final Instant NOW = Instant.parse("2026-04-29T10:00:00.123456Z");

    private final TestOperations operations = new TestOperations(jdbc, transactions);
    private final OperationStore operationStore = operations.store();
    private final WebhookStore store = new JdbcWebhookStore(jdbc, operationStore, Clock.fixed(NOW, ZoneOffset.UTC));

    WebhookStoreContract(TestDatabase database) {
        super(database);
    }

    @Test
    void givesBackWhatWasRegisteredWithoutItsSecret() {
        String company = newCompany();
        WebhookSecret secret = WebhookSecret.generate();

        Webhook webhook = register(company, WebhookEvent.ends(), secret);

        assertThat(store.find(webhook.webhookId())).contains(webhook);
        assertThat(store.list(Set.of(company, "another"))).containsExactly(webhook);
        assertThat(webhook.toString()).doesNotContain(secret.value());
        assertThat(store.find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void makesOneDeliveryOfAnEndForEachWebhookThatAskedForIt() {
        String company = newCompany();
        Webhook asked = register(company, Set.of(WebhookEvent.CANCELLED));
        Webhook other = register(company, Set.of(WebhookEvent.FAILED));
        Operation ended = cancelled(company);

        List<UUID> announced = announce();

        assertThat(announced).hasSize(1);
        WebhookDelivery.Task task = store.task(announced.get(0)).orElseThrow();
        assertThat(task.webhook()).isEqualTo(asked);
        assertThat(task.operation()).isEqualTo(ended);
        assertThat(task.delivery().event()).isEqualTo(WebhookEvent.CANCELLED);
        assertThat(store.deliveries(other.webhookId(), null, 9)).isEmpty();
        assertThat(announce()).isEmpty();
    }

    @Test
    void announcesAgainWhatARolledBackTransactionHadAnnounced() {
        String company = newCompany();
        register(company, WebhookEvent.ends());
        cancelled(company);

        transaction.executeWithoutResult(status -> {
            assertThat(store.announceEnded(9)).hasSize(1);
            status.setRollbackOnly();
        });

        assertThat(announce()).hasSize(1);
    }

    @Test
    void announcesNothingThatHasNotEnded() {
        String company = newCompany();
        register(company, WebhookEvent.ends());
        operations.pending(company);

        assertThat(announce()).isEmpty();
    }

    @Test
    void logsAttemptsUntilTheDeliveryIsSettled() {
        Webhook webhook = register(newCompany(), WebhookEvent.ends());
        UUID deliveryId = store.createTest(webhook.webhookId()).deliveryId();
        Attempt first = new Attempt(1, NOW, null, "No answer.");
        Attempt second = new Attempt(2, NOW.plusSeconds(5), 204, null);

        store.record(deliveryId, first, State.PENDING, NOW.plusSeconds(5));
        assertThat(store.task(deliveryId).orElseThrow().delivery().attempts()).containsExactly(first);
        store.record(deliveryId, second, State.DELIVERED, null);

        assertThat(store.task(deliveryId)).isEmpty();
        WebhookDelivery logged = store.deliveries(webhook.webhookId(), null, 9).get(0);
        assertThat(logged.state()).isEqualTo(State.DELIVERED);
        assertThat(logged.attempts()).containsExactly(first, second);
        assertThat(logged.nextAttemptAt()).isNull();
    }

    @Test
    void listsDeliveriesNewestFirstByPage() {
        Webhook webhook = register(newCompany(), WebhookEvent.ends());
        UUID first = store.createTest(webhook.webhookId()).deliveryId();
        UUID second = store.createTest(webhook.webhookId()).deliveryId();
        UUID third = store.createTest(webhook.webhookId()).deliveryId();

        assertThat(store.deliveries(webhook.webhookId(), null, 2))
                .extracting(WebhookDelivery::deliveryId)
                .containsExactly(third, second);
        assertThat(store.deliveries(webhook.webhookId(), second, 2))
                .extracting(WebhookDelivery::deliveryId)
                .containsExactly(first);
    }

    @Test
    void givesUpWhatADisabledWebhookWasYetToBeTold() {
        String company = newCompany();
        Webhook webhook = register(company, WebhookEvent.ends());
        UUID pending = store.createTest(webhook.webhookId()).deliveryId();

        store.disable(webhook.webhookId(), "Gone.");
        cancelled(company);

        assertThat(store.task(pending)).isEmpty();
        assertThat(announce()).isEmpty();
        assertThat(store.find(webhook.webhookId()).orElseThrow().disabledReason())
                .isEqualTo("Gone.");
        store.update(webhook.webhookId(), webhook.events(), null);
        assertThat(store.find(webhook.webhookId()).orElseThrow().isEnabled()).isTrue();
    }

    @Test
    void deletesAWebhookOrAnOperationWithTheirDeliveries() {
        String company = newCompany();
        Webhook webhook = register(company, WebhookEvent.ends());
        Operation ended = cancelled(company);
        UUID ofOperation = announce().get(0);
        UUID test = store.createTest(webhook.webhookId()).deliveryId();
        store.record(ofOperation, new Attempt(1, NOW, 500, null), State.PENDING, NOW.plus(Duration.ofSeconds(5)));

        jdbc.sql("delete from batch_operation where operation_id = ?")
                .param(ended.operationId())
                .update();
        assertThat(store.task(ofOperation)).isEmpty();
        assertThat(store.task(test)).isPresent();

        store.delete(webhook.webhookId());
        assertThat(store.task(test)).isEmpty();
        assertThat(store.list(Set.of(company))).isEmpty();
    }

    private Operation cancelled(String company) {
        return operationStore.cancel(operations.pending(company).operationId()).orElseThrow();
    }

    private List<UUID> announce() {
        return transaction.execute(status -> store.announceEnded(100));
    }

    private Webhook register(String company, Set<WebhookEvent> events) {
        return register(company, events, WebhookSecret.generate());
    }

    private Webhook register(String company, Set<WebhookEvent> events, WebhookSecret secret) {
        return store.create(
                company, "https://hooks.example.com/", events, "https://orders.example.com", "tester", secret);
    }
}
