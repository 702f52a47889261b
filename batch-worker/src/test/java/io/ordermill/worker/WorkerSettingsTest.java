package io.ordermill.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

class WorkerSettingsTest {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(WorkerSettings.class)
    static class Settings {}

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void defaultsAreThoseOfTheReadme() {
        application.run(context -> assertThat(context.getBean(WorkerSettings.class))
                .isEqualTo(new WorkerSettings(
                        true,
                        2,
                        Duration.ofSeconds(15),
                        Duration.ofMillis(200),
                        Duration.ofSeconds(4),
                        6,
                        3,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(8),
                        2,
                        DataSize.ofMegabytes(16))));
    }

    @Test
    void everyNameIsAsDocumented() {
        application
                .withPropertyValues(
                        "ordermill.worker.enabled=false",
                        "ordermill.worker.concurrency=5",
                        "ordermill.worker.turn=1m",
                        "ordermill.worker.polling-interval=1s",
                        "ordermill.worker.heartbeat-interval=2s",
                        "ordermill.worker.missed-heartbeats=4",
                        "ordermill.worker.max-attempts-without-progress=1",
                        "ordermill.worker.retry-delay=1m",
                        "ordermill.worker.shutdown-timeout=3s",
                        "ordermill.worker.pages-ahead=4",
                        "ordermill.worker.memory-ahead=1GB")
                .run(context -> assertThat(context.getBean(WorkerSettings.class))
                        .isEqualTo(new WorkerSettings(
                                false,
                                5,
                                Duration.ofMinutes(1),
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(2),
                                4,
                                1,
                                Duration.ofMinutes(1),
                                Duration.ofSeconds(3),
                                4,
                                DataSize.ofGigabytes(1))));
    }

    @Test
    void aDeadWorkerIsFoundWithin35Seconds() {
        application.run(context -> {
            WorkerSettings settings = context.getBean(WorkerSettings.class);
            Duration lookedForEvery = settings.heartbeatInterval().multipliedBy(2);
            assertThat(settings.deathLimit().plus(lookedForEvery)).isLessThanOrEqualTo(Duration.ofSeconds(35));
        });
    }

    @Test
    void refusesNonsense() {
        for (String nonsense : new String[] {
            "concurrency=0",
            "missed-heartbeats=3",
            "polling-interval=0s",
            "pages-ahead=0",
            "max-attempts-without-progress=0"
        }) {
            application
                    .withPropertyValues("ordermill.worker." + nonsense)
                    .run(context -> assertThat(context).as(nonsense).hasFailed());
        }
    }
}
