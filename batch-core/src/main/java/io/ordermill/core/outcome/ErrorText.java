package io.ordermill.core.outcome;

import io.ordermill.core.order.OrderError;
import io.ordermill.core.order.StoredJson;
import java.util.List;

/** Patterns of {@code like}, with {@code !} as escape, that the stored errors of an item with an error of a kind match. */
final class ErrorText {

    private static final String MESSAGE = "\"message\":";

    private ErrorText() {}

    static String ofCode(ErrorKind kind) {
        return pattern("\"code\":\"" + kind.code().name() + "\"");
    }

    static String ofMessage(ErrorKind kind) {
        String stored = StoredJson.errors(List.of(OrderError.of(kind.code(), "", kind.message())));
        return pattern(stored.substring(stored.indexOf(MESSAGE), stored.length() - "}]".length()));
    }

    private static String pattern(String text) {
        return "%" + text.replaceAll("[!%_]", "!$0") + "%";
    }
}
