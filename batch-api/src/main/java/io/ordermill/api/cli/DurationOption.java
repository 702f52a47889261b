package io.ordermill.api.cli;

import java.time.DateTimeException;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code 30s}, {@code 10m}, {@code 2h}, or as in ISO 8601. */
final class DurationOption implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String value) {
        try {
            Duration duration = Duration.parse(value.matches("\\d+[smhSMH]") ? "PT" + value : value);
            if (!duration.isNegative() && duration.compareTo(Duration.ofDays(365)) <= 0) {
                return duration;
            }
        } catch (DateTimeException notADuration) {
            // Told below.
        }
        throw new TypeConversionException("'" + value + "' is not a duration such as 30s, 10m or 2h");
    }
}
