package io.ordermill.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class OrderSettingsTest {

    @Test
    void acceptsNewOrdersByDefault() {
        assertThat(bound(Map.of()).acceptedStatuses()).containsExactly("N");
    }

    @Test
    void acceptsWhatTheConfigurationLists() {
        assertThat(bound(Map.of("ordermill.order.accepted-statuses", "N,F")).acceptedStatuses())
                .containsExactly("N", "F");
    }

    private static OrderSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("ordermill.order", OrderSettings.class);
    }
}
