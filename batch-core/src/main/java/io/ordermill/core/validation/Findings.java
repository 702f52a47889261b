package io.ordermill.core.validation;

import io.ordermill.core.order.ErrorCode;
import io.ordermill.core.order.OrderError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The errors of one order: first those of its syntax, then what the rules add, up to the most that are kept. */
final class Findings {

    private final Suspects suspects;
    private final List<OrderError> errors;

    Findings(List<OrderError> syntaxErrors, Suspects suspects) {
        this.suspects = suspects;
        this.errors = new ArrayList<>(syntaxErrors);
    }

    void add(ErrorCode code, String pointer, String message) {
        add(code, pointer, message, null);
    }

    void add(ErrorCode code, String pointer, String message, @Nullable Object value) {
        if (errors.size() < OrderError.MAX_PER_ORDER && !suspects.cover(pointer)) {
            errors.add(OrderError.of(code, pointer, message, value));
        }
    }

    boolean isEmpty() {
        return errors.isEmpty();
    }

    List<OrderError> all() {
        return List.copyOf(errors);
    }
}
