package io.ordermill.api.console.operations;

import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationStatus;

/**
 * The state of an operation in words and as a mark.
 *
 * @param tone names the mark in the style sheet
 */
record Status(String text, String tone) {

    static Status of(Operation operation) {
        return switch (operation.status()) {
            case PENDING -> new Status("Waiting", "wait");
            case IN_PROGRESS -> new Status("In progress", "open");
            case CANCELLING -> new Status("Cancelling", "open");
            case CANCELLED -> new Status(OperationStatus.CANCELLED.label(), "ended");
            case FAILED -> new Status(OperationStatus.FAILED.label(), "bad");
            case COMPLETED ->
                operation.progress().failedItems() == 0
                        ? new Status(OperationStatus.COMPLETED.label(), "good")
                        : new Status("Completed, with errors", "warn");
        };
    }
}
