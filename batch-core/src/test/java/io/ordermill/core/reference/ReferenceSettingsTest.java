package io.ordermill.core.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ReferenceSettingsTest {

    @Test
    void hasTheDocumentedDefaults() {
        assertThat(bound(Map.of())).isEqualTo(new ReferenceSettings(Duration.ofSeconds(30), 50_000));
    }

    @Test
    void takesEveryNameFromTheConfiguration() {
        assertThat(bound(Map.of("ordermill.reference.cache-for", "5s", "ordermill.reference.cache-size", "7")))
                .isEqualTo(new ReferenceSettings(Duration.ofSeconds(5), 7));
    }

    @ParameterizedTest
    @CsvSource({"cache-for, -1s", "cache-size, -1"})
    void refusesNonsense(String name, String value) {
        assertThatThrownBy(() -> bound(Map.of("ordermill.reference." + name, value)))
                .rootCause()
                .hasMessageContaining(name);
    }

    private static ReferenceSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("ordermill.reference", ReferenceSettings.class);
    }
}
