package io.ordermill.worker.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class RetentionSettingsTest {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(RetentionSettings.class)
    static class Settings {}

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void haveTheseNamesAndDefaults() {
        application.run(context -> assertThat(context.getBean(RetentionSettings.class))
                .isEqualTo(new RetentionSettings(
                        Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(90), Duration.ofHours(1))));
        application
                .withPropertyValues(
                        "ordermill.retention.uploads=1s",
                        "ordermill.retention.results=2m",
                        "ordermill.retention.operations=3h",
                        "ordermill.retention.interval=4s")
                .run(context -> assertThat(context.getBean(RetentionSettings.class))
                        .isEqualTo(new RetentionSettings(
                                Duration.ofSeconds(1),
                                Duration.ofMinutes(2),
                                Duration.ofHours(3),
                                Duration.ofSeconds(4))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"uploads=0d", "uploads=-1d", "uploads=31d", "results=6d", "operations=29d", "interval=0s"})
    void refuseNonsense(String setting) {
        application.withPropertyValues("ordermill.retention." + setting).run(context -> assertThat(context)
                .hasFailed());
    }
}
