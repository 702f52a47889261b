package io.ordermill.core.outcome;

import io.ordermill.core.order.ErrorCode;
import io.ordermill.core.order.OrderError;

/** What makes two errors say the same, wherever they are. */
public record ErrorKind(ErrorCode code, String message) {

    public static ErrorKind of(OrderError error) {
        return new ErrorKind(error.code(), error.message());
    }
}
