package io.ordermill.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordermill.core.operation.OperationQueue;
import io.ordermill.core.operation.OperationStatus;
import io.ordermill.core.testing.GeneratedOrders;
import io.ordermill.core.testing.TestDatabase;
import io.ordermill.core.webhook.WebhookStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a dead worker had picked goes on at once, though the machine that finds out is an hour ahead of the database. */
class DueAgainOnPostgresTest {

    private static final Clock DATABASE_CLOCK = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final TestDatabase database = TestDatabase.postgres();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void isEveryTaskOfADeadWorker() {
        try (TestWorker api = TestWorker.on(database, "ordermill.worker.enabled=false")) {
            TestCompany company = TestCompany.in(api);
            UUID operation = company.submit(GeneratedOrders.simple(1, 1));
            jdbc.sql("delete from scheduled_tasks").update();
            pickedByTheDead("scheduled_tasks", OperationQueue.TASK_NAME, operation.toString());
            pickedByTheDead("scheduled_tasks", "retention", "recurring");
            pickedByTheDead(WebhookStore.TASK_TABLE, "announce-ended-operations", "recurring");
            pickedByTheDead(WebhookStore.TASK_TABLE, WebhookStore.TASK_NAME, new UUID(0, 0).toString());

            try (TestWorker worker = TestWorker.on(database, anHourBehindTheMachine())) {
                assertThat(worker.isClosing()).isFalse();
                assertThat(company.awaitEnd(operation, DEADLINE).status()).isEqualTo(OperationStatus.COMPLETED);
                await().atMost(DEADLINE)
                        .until(() -> rows("scheduled_tasks where task_name = 'retention' and last_success is not null")
                                == 1);
                await().atMost(DEADLINE)
                        .until(() -> rows(WebhookStore.TASK_TABLE
                                        + " where task_name = 'announce-ended-operations' and last_success is not null")
                                == 1);
                await().atMost(DEADLINE)
                        .until(() ->
                                rows(WebhookStore.TASK_TABLE + " where task_name = '" + WebhookStore.TASK_NAME + "'")
                                        == 0);
            }
        }
    }

    private void pickedByTheDead(String table, String name, String instance) {
        Instant longAgo = DATABASE_CLOCK.instant().minus(Duration.ofHours(1));
        jdbc.sql("insert into " + table
                        + " (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)"
                        + " values (:name, :instance, :longAgo, true, 'dead', :longAgo, 1)")
                .param("name", name)
                .param("instance", instance)
                .param("longAgo", OffsetDateTime.ofInstant(longAgo, ZoneOffset.UTC))
                .update();
    }

    private static BeanPostProcessor anHourBehindTheMachine() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Clock ? DATABASE_CLOCK : bean;
            }
        };
    }

    private int rows(String of) {
        return jdbc.sql("select count(*) from " + of).query(Integer.class).single();
    }
}
