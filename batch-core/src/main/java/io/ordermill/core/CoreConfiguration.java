package io.ordermill.core;

import io.ordermill.core.validation.OrderLimits;
import io.ordermill.core.validation.OrderSettings;
import io.ordermill.core.validation.OrderValidator;
import java.time.Clock;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Imports the stores, the validator and the file reader into an application. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@ConfigurationPropertiesScan
public class CoreConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    OrderValidator orderValidator(OrderLimits limits, OrderSettings settings, Clock clock) {
        return new OrderValidator(limits, settings, clock);
    }
}
