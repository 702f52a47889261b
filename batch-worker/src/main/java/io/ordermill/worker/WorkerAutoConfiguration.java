package io.ordermill.worker;

import io.ordermill.worker.maintenance.RetentionSettings;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;

/**
 * Switches the worker on in any application that has this module on its classpath, unless {@code
 * ordermill.worker.enabled=false}. The packages are named one by one: the application class beside them must not be found.
 */
@AutoConfiguration
@ConditionalOnProperty(name = "ordermill.worker.enabled", matchIfMissing = true)
@EnableConfigurationProperties({WorkerSettings.class, RetentionSettings.class})
@ComponentScan({
    "io.ordermill.worker.dispatch",
    "io.ordermill.worker.job",
    "io.ordermill.worker.maintenance",
    "io.ordermill.worker.notification"
})
public class WorkerAutoConfiguration {}
