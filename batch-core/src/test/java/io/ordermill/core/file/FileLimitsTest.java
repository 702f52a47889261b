package io.ordermill.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class FileLimitsTest {

    @Test
    void hasTheDocumentedDefaults() {
        assertThat(bound(Map.of())).isEqualTo(Files.DEFAULTS);
    }

    @Test
    void takesEveryNameFromTheConfiguration() {
        assertThat(bound(Map.of(
                        "ordermill.file.max-decompressed-size", "1GB",
                        "ordermill.file.max-items", "2",
                        "ordermill.file.max-item-size", "3MB",
                        "ordermill.file.max-value-size", "4KB",
                        "ordermill.file.max-zstd-window", "16MB",
                        "ordermill.file.max-depth", "5")))
                .isEqualTo(new FileLimits(
                        DataSize.ofGigabytes(1),
                        2,
                        DataSize.ofMegabytes(3),
                        DataSize.ofKilobytes(4),
                        DataSize.ofMegabytes(16),
                        5));
    }

    @ParameterizedTest
    @CsvSource({
        "max-decompressed-size, 0B",
        "max-items, 0",
        "max-item-size, 0B",
        "max-item-size, 1GB",
        "max-value-size, 3GB",
        "max-zstd-window, 0B",
        "max-zstd-window, 256MB",
        "max-depth, 0"
    })
    void refusesNonsense(String name, String value) {
        assertThatThrownBy(() -> bound(Map.of("ordermill.file." + name, value)))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    private static FileLimits bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("ordermill.file", FileLimits.class);
    }
}
