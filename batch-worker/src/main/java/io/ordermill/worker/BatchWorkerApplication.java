package io.ordermill.worker;

import io.ordermill.core.CoreConfiguration;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The worker as a process of its own. HTTP serves health and metrics only. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(CoreConfiguration.class)
public class BatchWorkerApplication {

    // Not application.yaml: inside the API this module's resources share a classpath with the API's own.
    private static final Map<String, Object> DEFAULTS = Map.of("spring.config.name", "worker");

    public static void main(String[] args) {
        application().run(args);
    }

    static SpringApplication application() {
        SpringApplication application = new SpringApplication(BatchWorkerApplication.class);
        application.setDefaultProperties(DEFAULTS);
        application.addInitializers(BatchWorkerApplication::requireDatabase);
        return application;
    }

    // Spring Boot would start an empty database in memory instead, and nobody would notice.
    private static void requireDatabase(ConfigurableApplicationContext context) {
        if (context.getEnvironment().getProperty("spring.datasource.url", "").isBlank()) {
            throw new MissingDatabaseException();
        }
    }
}
