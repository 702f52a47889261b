package io.ordermill.api.webhook;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.ordermill.core.webhook.WebhookDelivery;
import io.ordermill.core.webhook.WebhookStore;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Queues test calls for the workers. */
@Component
class TestCalls {

    private final WebhookStore webhooks;
    private final SchedulerClient queue;
    private final Clock clock;

    TestCalls(WebhookStore webhooks, DataSource dataSource, Clock clock) {
        this.webhooks = webhooks;
        this.queue = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .tableName(WebhookStore.TASK_TABLE)
                .build();
        this.clock = clock;
    }

    @Transactional
    public WebhookDelivery enqueue(UUID webhookId) {
        WebhookDelivery test = webhooks.createTest(webhookId);
        queue.scheduleIfNotExists(
                new TaskInstance<>(WebhookStore.TASK_NAME, test.deliveryId().toString()), clock.instant());
        return test;
    }
}
