package io.ordermill.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class WebhookSettingsTest {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(WebhookSettings.class)
    static class Settings {}

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void defaultsAreThoseOfTheReadme() {
        application.run(context -> assertThat(context.getBean(WebhookSettings.class))
                .isEqualTo(new WebhookSettings(false, 20, 8, Duration.ofSeconds(15), Duration.ofSeconds(1))));
    }

    @Test
    void everyNameIsAsDocumented() {
        application
                .withPropertyValues(
                        "ordermill.webhook.allow-private-addresses=true",
                        "ordermill.webhook.max-per-company=1",
                        "ordermill.webhook.threads=2",
                        "ordermill.webhook.timeout=3s",
                        "ordermill.webhook.polling-interval=4s")
                .run(context -> assertThat(context.getBean(WebhookSettings.class))
                        .isEqualTo(new WebhookSettings(true, 1, 2, Duration.ofSeconds(3), Duration.ofSeconds(4))));
    }

    @Test
    void refusesNonsense() {
        for (String nonsense : new String[] {"max-per-company=0", "threads=0", "timeout=0s", "polling-interval=0s"}) {
            application
                    .withPropertyValues("ordermill.webhook." + nonsense)
                    .run(context -> assertThat(context).as(nonsense).hasFailed());
        }
    }
}
