package io.ordermill.core.validation;

import io.ordermill.core.order.ErrorCode;
import io.ordermill.core.order.OrderError;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The places of an order whose values could not be used. What is missing there is not missing to the caller: no rule may
 * complain about it a second time.
 */
final class Suspects {

    /** These errors cost no value: the first of two members counts, and an unknown one belongs to no rule. */
    private static final Set<ErrorCode> HARMLESS = EnumSet.of(ErrorCode.UNKNOWN_FIELD, ErrorCode.DUPLICATE_FIELD);

    private final List<String> pointers;

    Suspects(List<OrderError> syntaxErrors) {
        pointers = syntaxErrors.stream()
                .filter(error -> !HARMLESS.contains(error.code()))
                .map(OrderError::pointer)
                .toList();
    }

    /** Nothing is suspect in most orders, so their places need not even be named. */
    boolean isEmpty() {
        return pointers.isEmpty();
    }

    /** Whether the value at this place, or one around it, is unusable. */
    boolean cover(String pointer) {
        for (String suspect : pointers) {
            if (isWithin(pointer, suspect)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the value at this place, one around it or one inside it is unusable. */
    boolean touch(String pointer) {
        for (String suspect : pointers) {
            if (isWithin(pointer, suspect) || isWithin(suspect, pointer)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWithin(String inner, String outer) {
        return inner.startsWith(outer) && (inner.length() == outer.length() || inner.charAt(outer.length()) == '/');
    }
}
