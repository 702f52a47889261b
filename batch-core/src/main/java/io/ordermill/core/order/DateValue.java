package io.ordermill.core.order;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Dates as {@code YYYY-MM-DD} and periods as {@code YYYYMM}. */
final class DateValue {

    static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    private static final String SHAPE = "0000-00-00";

    private DateValue() {}

    /** Null for anything but a calendar date of exactly that form. */
    static @Nullable LocalDate parse(String text) {
        if (!hasShape(text)) {
            return null;
        }
        try {
            return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        } catch (DateTimeException notInTheCalendar) {
            return null;
        }
    }

    static boolean isInRange(LocalDate date) {
        return !date.isBefore(EARLIEST) && !date.isAfter(LATEST);
    }

    static boolean isPeriod(long period) {
        long year = period / 100;
        long month = period % 100;
        return year >= EARLIEST.getYear() && year <= LATEST.getYear() && month >= 1 && month <= 12;
    }

    private static boolean hasShape(String text) {
        if (text.length() != SHAPE.length()) {
            return false;
        }
        for (int i = 0; i < SHAPE.length(); i++) {
            boolean wantsDigit = SHAPE.charAt(i) == '0';
            char c = text.charAt(i);
            if (wantsDigit ? c < '0' || c > '9' : c != '-') {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
