package io.ordermill.core.webhook;

import io.ordermill.core.operation.OperationStatus;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a webhook can be told. */
public enum WebhookEvent {
    COMPLETED("batch.completed"),
    FAILED("batch.failed"),
    CANCELLED("batch.cancelled"),
    /** Told only when asked for, never subscribed to. */
    TEST("webhook.test");

    private final String type;

    WebhookEvent(String type) {
        this.type = type;
    }

    /** As in the payload. */
    public String type() {
        return type;
    }

    /** Those one can subscribe to. */
    public static Set<WebhookEvent> ends() {
        return EnumSet.of(COMPLETED, FAILED, CANCELLED);
    }

    public static Optional<WebhookEvent> find(String type) {
        return Arrays.stream(values()).filter(event -> event.type.equals(type)).findFirst();
    }

    static WebhookEvent ofEnd(OperationStatus status) {
        return switch (status) {
            case COMPLETED -> COMPLETED;
            case FAILED -> FAILED;
            case CANCELLED -> CANCELLED;
            case PENDING, IN_PROGRESS, CANCELLING -> throw new IllegalArgumentException(status + " is no end");
        };
    }
}
