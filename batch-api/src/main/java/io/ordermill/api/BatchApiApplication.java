package io.ordermill.api;

import io.ordermill.core.CoreConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** Starts the API; the worker comes along when it is on the classpath and {@code ordermill.worker.enabled} is true. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import(CoreConfiguration.class)
public class BatchApiApplication {

    public static void main(String[] args) {
        SpringApplication.run(BatchApiApplication.class, args);
    }
}
