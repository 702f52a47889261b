package io.ordermill.api.console;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them. */
public final class Figures {

    private static final BigDecimal TEN = BigDecimal.TEN;

    private Figures() {}

    /** With groups of three. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** With a decimal only where the number is small. */
    public static String perSecond(BigDecimal rate) {
        return rate.compareTo(TEN) < 0
                ? rate.setScale(1, RoundingMode.HALF_UP) + "/s"
                : count(rate.setScale(0, RoundingMode.HALF_UP).longValue()) + "/s";
    }

    /** In its two largest units. */
    public static String span(Duration span) {
        if (span.toSeconds() < 1) {
            return "under 1 s";
        }
        if (span.toMinutes() < 1) {
            return span.toSeconds() + " s";
        }
        if (span.toHours() < 1) {
            return span.toMinutes() + " min " + span.toSecondsPart() + " s";
        }
        return span.toDays() < 1
                ? span.toHours() + " h " + span.toMinutesPart() + " min"
                : span.toDays() + " d " + span.toHoursPart() + " h";
    }
}
