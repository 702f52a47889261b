package io.ordermill.core.validation;

import java.time.LocalDate;

/** A period is a month, written {@code YYYYMM}. */
final class Periods {

    private Periods() {}

    static int of(LocalDate date) {
        return date.getYear() * 100 + date.getMonthValue();
    }
}
