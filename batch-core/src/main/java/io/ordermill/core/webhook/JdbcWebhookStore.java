package io.ordermill.core.webhook;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationStore;
import io.ordermill.core.webhook.WebhookDelivery.Attempt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcWebhookStore implements WebhookStore {

    private final JdbcClient jdbc;
    private final OperationStore operations;
    private final Clock clock;
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    JdbcWebhookStore(JdbcClient jdbc, OperationStore operations, Clock clock) {
        this.jdbc = jdbc;
        this.operations = operations;
        this.clock = clock;
    }

    @Override
    public Webhook create(
            String companyId,
            String url,
            Set<WebhookEvent> events,
            String baseUrl,
            String createdBy,
            WebhookSecret secret) {
        Webhook webhook = new Webhook(ids.generate(), companyId, url, events, baseUrl, createdBy, now(), null);
        jdbc.sql("""
            insert into webhook (webhook_id, company_id, url, secret, events, base_url, created_by, created_at)
            values (:id, :company, :url, :secret, :events, :baseUrl, :createdBy, :now)""")
                .param("id", webhook.webhookId())
                .param("company", companyId)
                .param("url", url)
                .param("secret", secret.value())
                .param("events", text(events))
                .param("baseUrl", baseUrl)
                .param("createdBy", createdBy)
                .param("now", column(webhook.createdAt()))
                .update();
        return webhook;
    }

    @Override
    public Optional<Webhook> find(UUID webhookId) {
        return jdbc.sql("select * from webhook where webhook_id = ?")
                .param(webhookId)
                .query(JdbcWebhookStore::webhook)
                .optional();
    }

    @Override
    public List<Webhook> list(Set<String> companyIds) {
        return jdbc.sql("select * from webhook where company_id in (:companies) order by webhook_id")
                .param("companies", companyIds)
                .query(JdbcWebhookStore::webhook)
                .list();
    }

    @Override
    public void update(UUID webhookId, Set<WebhookEvent> events, @Nullable String disabledReason) {
        jdbc.sql("update webhook set events = :events, disabled_reason = :reason where webhook_id = :id")
                .param("events", text(events))
                .param("reason", disabledReason, Types.VARCHAR)
                .param("id", webhookId)
                .update();
    }

    @Override
    public void delete(UUID webhookId) {
        jdbc.sql("delete from webhook where webhook_id = ?").param(webhookId).update();
    }

    @Override
    public WebhookDelivery createTest(UUID webhookId) {
        return createDelivery(webhookId, null, WebhookEvent.TEST);
    }

    @Override
    public List<UUID> announceEnded(int limit) {
        List<Operation> ended = ended(limit);
        if (ended.isEmpty()) {
            return List.of();
        }
        Map<String, List<Webhook>> webhooks =
                list(ended.stream().map(Operation::companyId).collect(toUnmodifiableSet())).stream()
                        .filter(Webhook::isEnabled)
                        .collect(groupingBy(Webhook::companyId));
        List<UUID> deliveries = new ArrayList<>();
        for (Operation operation : ended) {
            WebhookEvent event = WebhookEvent.ofEnd(operation.status());
            webhooks.getOrDefault(operation.companyId(), List.of()).stream()
                    .filter(webhook -> webhook.events().contains(event))
                    .forEach(webhook ->
                            deliveries.add(createDelivery(webhook.webhookId(), operation.operationId(), event)
                                    .deliveryId()));
        }
        return deliveries;
    }

    /** Marked one by one: a second worker that looks at the same moment waits for the row and then finds it marked. */
    private List<Operation> ended(int limit) {
        Set<UUID> ended =
                Set.copyOf(jdbc.sql("""
                    select operation_id from batch_operation
                    where announced = false and finished_at is not null order by finished_at limit ?""").param(limit).query(UUID.class).list());
        Set<UUID> ours = ended.stream()
                .sorted()
                .filter(operationId -> jdbc.sql("""
                    update batch_operation set announced = true
                    where operation_id = ? and announced = false""").param(operationId).update() == 1)
                .collect(toUnmodifiableSet());
        return operations.findAll(ours);
    }

    private WebhookDelivery createDelivery(UUID webhookId, @Nullable UUID operationId, WebhookEvent event) {
        UUID deliveryId = ids.generate();
        Instant now = now();
        jdbc.sql("""
            insert into webhook_delivery
                (delivery_id, webhook_id, operation_id, event, state, created_at, next_attempt_at)
            values (:id, :webhook, cast(:operation as uuid), :event, 'pending', :now, :now)""")
                .param("id", deliveryId)
                .param("webhook", webhookId)
                .param("operation", operationId == null ? null : operationId.toString(), Types.VARCHAR)
                .param("event", event.type())
                .param("now", column(now))
                .update();
        return new WebhookDelivery(
                deliveryId, webhookId, operationId, event, WebhookDelivery.State.PENDING, now, now, List.of());
    }

    @Override
    public List<WebhookDelivery> deliveries(UUID webhookId, @Nullable UUID before, int limit) {
        JdbcClient.StatementSpec query = jdbc.sql("select * from webhook_delivery where webhook_id = :webhook"
                        + (before == null ? "" : " and delivery_id < :before")
                        + " order by webhook_id, delivery_id desc limit :limit")
                .param("webhook", webhookId)
                .param("limit", limit);
        return withAttempts((before == null ? query : query.param("before", before))
                .query(JdbcWebhookStore::delivery)
                .list());
    }

    @Override
    public Optional<WebhookDelivery.Task> task(UUID deliveryId) {
        List<WebhookDelivery> pending =
                withAttempts(jdbc.sql("select * from webhook_delivery where delivery_id = ? and state = 'pending'")
                        .param(deliveryId)
                        .query(JdbcWebhookStore::delivery)
                        .list());
        return pending.stream().findFirst().flatMap(delivery -> find(delivery.webhookId())
                .filter(Webhook::isEnabled)
                .map(webhook -> new WebhookDelivery.Task(
                        delivery, webhook, secret(webhook.webhookId()), operation(delivery.operationId()))));
    }

    private WebhookSecret secret(UUID webhookId) {
        return new WebhookSecret(jdbc.sql("select secret from webhook where webhook_id = ?")
                .param(webhookId)
                .query(String.class)
                .single());
    }

    private @Nullable Operation operation(@Nullable UUID operationId) {
        return operationId == null ? null : operations.find(operationId).orElse(null);
    }

    @Override
    public void record(UUID deliveryId, Attempt attempt, WebhookDelivery.State state, @Nullable Instant next) {
        int updated = jdbc.sql("""
            update webhook_delivery set state = :state, next_attempt_at = :next
            where delivery_id = :id and state = 'pending'""")
                .param("state", state.name().toLowerCase(Locale.ROOT))
                .param("next", next == null ? null : column(next), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", deliveryId)
                .update();
        if (updated == 1) {
            jdbc.sql("""
                insert into webhook_attempt (delivery_id, attempt, attempted_at, status_code, error)
                values (:id, :attempt, :at, :status, :error)""")
                    .param("id", deliveryId)
                    .param("attempt", attempt.number())
                    .param("at", column(attempt.at()))
                    .param("status", attempt.statusCode(), Types.INTEGER)
                    .param("error", attempt.error(), Types.VARCHAR)
                    .update();
        }
    }

    @Override
    @Transactional
    public void disable(UUID webhookId, String reason) {
        jdbc.sql("update webhook set disabled_reason = ? where webhook_id = ?")
                .params(reason, webhookId)
                .update();
        jdbc.sql("""
            update webhook_delivery set state = 'failed', next_attempt_at = null
            where webhook_id = ? and state = 'pending'""").param(webhookId).update();
    }

    private List<WebhookDelivery> withAttempts(List<WebhookDelivery> deliveries) {
        if (deliveries.isEmpty()) {
            return deliveries;
        }
        Map<UUID, List<AttemptRow>> attempts = jdbc
                .sql("select * from webhook_attempt where delivery_id in (:ids) order by attempt")
                .param(
                        "ids",
                        deliveries.stream().map(WebhookDelivery::deliveryId).toList())
                .query(JdbcWebhookStore::attempt)
                .list()
                .stream()
                .collect(groupingBy(AttemptRow::deliveryId));
        return deliveries.stream()
                .map(delivery -> new WebhookDelivery(
                        delivery.deliveryId(),
                        delivery.webhookId(),
                        delivery.operationId(),
                        delivery.event(),
                        delivery.state(),
                        delivery.createdAt(),
                        delivery.nextAttemptAt(),
                        attempts.getOrDefault(delivery.deliveryId(), List.of()).stream()
                                .map(AttemptRow::attempt)
                                .toList()))
                .toList();
    }

    private record AttemptRow(UUID deliveryId, Attempt attempt) {}

    private static AttemptRow attempt(ResultSet row, int number) throws SQLException {
        return new AttemptRow(
                row.getObject("delivery_id", UUID.class),
                new Attempt(
                        row.getInt("attempt"),
                        row.getObject("attempted_at", OffsetDateTime.class).toInstant(),
                        row.getObject("status_code", Integer.class),
                        row.getString("error")));
    }

    private static WebhookDelivery delivery(ResultSet row, int number) throws SQLException {
        OffsetDateTime next = row.getObject("next_attempt_at", OffsetDateTime.class);
        return new WebhookDelivery(
                row.getObject("delivery_id", UUID.class),
                row.getObject("webhook_id", UUID.class),
                row.getObject("operation_id", UUID.class),
                WebhookEvent.find(row.getString("event")).orElseThrow(),
                WebhookDelivery.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                next == null ? null : next.toInstant(),
                List.of());
    }

    private static Webhook webhook(ResultSet row, int number) throws SQLException {
        return new Webhook(
                row.getObject("webhook_id", UUID.class),
                row.getString("company_id"),
                row.getString("url"),
                Arrays.stream(row.getString("events").split(" "))
                        .flatMap(type -> WebhookEvent.find(type).stream())
                        .collect(toUnmodifiableSet()),
                row.getString("base_url"),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("disabled_reason"));
    }

    private static String text(Set<WebhookEvent> events) {
        return events.stream().map(WebhookEvent::type).sorted().collect(joining(" "));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static OffsetDateTime column(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
