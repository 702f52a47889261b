package io.ordermill.api;

import io.ordermill.api.cli.CommandLineClient;
import io.ordermill.core.CoreConfiguration;
import java.io.IOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/**
 * Starts the API; the worker comes along when it is on the classpath and {@code ordermill.worker.enabled} is true.
 * With a command among its arguments the process is a client of such a server instead, and loads nothing of it.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import(CoreConfiguration.class)
public class BatchApiApplication {

    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        if (CommandLineClient.isMeantBy(args)) {
            System.exit(CommandLineClient.run(args));
        }
        SpringApplication.run(BatchApiApplication.class, args);
    }
}
