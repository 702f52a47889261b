package io.ordermill.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.bootstrap.BootstrapSettings;
import io.ordermill.api.bootstrap.DataSettings;
import io.ordermill.api.events.EventSettings;
import io.ordermill.api.idempotency.IdempotencySettings;
import io.ordermill.api.reference.ReferenceSettings;
import io.ordermill.api.security.SecuritySettings;
import io.ordermill.api.submit.QueueSettings;
import io.ordermill.api.submit.UploadSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

class SettingsTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(AllSettings.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({
        BootstrapSettings.class,
        DataSettings.class,
        IdempotencySettings.class,
        EventSettings.class,
        QueueSettings.class,
        ReferenceSettings.class,
        SecuritySettings.class,
        UploadSettings.class
    })
    static class AllSettings {}

    @Test
    void haveTheseDefaults() {
        runner.run(context -> {
            assertThat(context.getBean(BootstrapSettings.class)).isEqualTo(new BootstrapSettings(null, null));
            assertThat(context.getBean(DataSettings.class)).isEqualTo(new DataSettings(Path.of("data")));
            assertThat(context.getBean(IdempotencySettings.class))
                    .isEqualTo(new IdempotencySettings(Duration.ofDays(2)));
            assertThat(context.getBean(EventSettings.class))
                    .isEqualTo(new EventSettings(
                            500, Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofHours(1)));
            assertThat(context.getBean(QueueSettings.class)).isEqualTo(new QueueSettings(100, 1_000));
            assertThat(context.getBean(ReferenceSettings.class))
                    .isEqualTo(new ReferenceSettings(DataSize.ofMegabytes(10)));
            assertThat(context.getBean(SecuritySettings.class))
                    .isEqualTo(new SecuritySettings(null, Duration.ofHours(1), 10, Duration.ofMinutes(5)));
            assertThat(context.getBean(UploadSettings.class))
                    .isEqualTo(new UploadSettings(
                            DataSize.ofMegabytes(256),
                            DataSize.ofMegabytes(1),
                            null,
                            DataSize.ofKilobytes(1),
                            Duration.ofSeconds(20)));
        });
    }

    @Test
    void haveTheseNames() {
        runner.withPropertyValues(
                        "ordermill.bootstrap.client-id=first",
                        "ordermill.bootstrap.client-secret=sixteen characters",
                        "ordermill.data-dir=/data",
                        "ordermill.idempotency.keep-for=3d",
                        "ordermill.events.max-streams=1",
                        "ordermill.events.heartbeat-interval=2s",
                        "ordermill.events.client-check-interval=3s",
                        "ordermill.events.lifetime=4s",
                        "ordermill.queue.max-pending-per-company=1",
                        "ordermill.queue.max-pending=2",
                        "ordermill.reference-data.max-size=3MB",
                        "ordermill.security.issuer-uri=https://issuer.example.com",
                        "ordermill.security.token-lifetime=4m",
                        "ordermill.security.max-wrong-secrets=3",
                        "ordermill.security.wrong-secrets-within=1m",
                        "ordermill.upload.max-size=5MB",
                        "ordermill.upload.memory-threshold=6KB",
                        "ordermill.upload.spool-directory=/spool",
                        "ordermill.upload.min-rate=7KB",
                        "ordermill.upload.min-rate-over=8s")
                .run(context -> {
                    assertThat(context.getBean(BootstrapSettings.class).clientId())
                            .isEqualTo("first");
                    assertThat(context.getBean(DataSettings.class).dataDir()).isEqualTo(Path.of("/data"));
                    assertThat(context.getBean(IdempotencySettings.class).keepFor())
                            .isEqualTo(Duration.ofDays(3));
                    assertThat(context.getBean(EventSettings.class))
                            .isEqualTo(new EventSettings(
                                    1, Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(4)));
                    assertThat(context.getBean(QueueSettings.class)).isEqualTo(new QueueSettings(1, 2));
                    assertThat(context.getBean(ReferenceSettings.class).maxSize())
                            .isEqualTo(DataSize.ofMegabytes(3));
                    assertThat(context.getBean(SecuritySettings.class).hasExternalIssuer())
                            .isTrue();
                    assertThat(context.getBean(SecuritySettings.class).tokenLifetime())
                            .isEqualTo(Duration.ofMinutes(4));
                    assertThat(context.getBean(UploadSettings.class))
                            .isEqualTo(new UploadSettings(
                                    DataSize.ofMegabytes(5),
                                    DataSize.ofKilobytes(6),
                                    Path.of("/spool"),
                                    DataSize.ofKilobytes(7),
                                    Duration.ofSeconds(8)));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ordermill.bootstrap.client-id=a|ordermill.bootstrap.client-secret=fifteen charact",
                "ordermill.bootstrap.client-id=a",
                "ordermill.bootstrap.client-secret=sixteen characters",
                "ordermill.bootstrap.client-id=a b|ordermill.bootstrap.client-secret=sixteen characters",
                "ordermill.upload.max-size=0B",
                "ordermill.upload.max-size=many",
                "ordermill.upload.memory-threshold=1GB",
                "ordermill.upload.min-rate=0B",
                "ordermill.upload.min-rate-over=0s",
                "ordermill.idempotency.keep-for=23h",
                "ordermill.events.max-streams=0",
                "ordermill.events.heartbeat-interval=0s",
                "ordermill.queue.max-pending=0",
                "ordermill.queue.max-pending-per-company=-1",
                "ordermill.reference-data.max-size=-1B",
                "ordermill.security.token-lifetime=1s",
                "ordermill.security.max-wrong-secrets=0",
                "ordermill.security.wrong-secrets-within=0s",
                "ordermill.security.issuer-uri=not a uri"
            })
    void refuseNonsense(String settings) {
        runner.withPropertyValues(settings.split("\\|", -1))
                .run(context -> assertThat(context).hasFailed());
    }
}
