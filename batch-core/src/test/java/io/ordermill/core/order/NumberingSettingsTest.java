package io.ordermill.core.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class NumberingSettingsTest {

    @Test
    void keepsTwoConnectionsForDrawsByDefault() {
        assertThat(bound(Map.of())).isEqualTo(new NumberingSettings(2));
    }

    @Test
    void takesTheNameFromTheConfigurationAndRefusesNonsense() {
        assertThat(bound(Map.of("ordermill.numbering.connections", "5")).connections())
                .isEqualTo(5);
        assertThatThrownBy(() -> bound(Map.of("ordermill.numbering.connections", "0")))
                .rootCause()
                .hasMessageContaining("ordermill.numbering.connections");
    }

    private static NumberingSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("ordermill.numbering", NumberingSettings.class);
    }
}
