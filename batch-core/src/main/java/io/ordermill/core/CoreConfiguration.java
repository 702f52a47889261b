package io.ordermill.core;

import io.ordermill.core.validation.OrderLimits;
import io.ordermill.core.validation.OrderSettings;
import io.ordermill.core.validation.OrderValidator;
import java.sql.DatabaseMetaData;
import java.time.Clock;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/** Imports the stores, the validator and the file reader into an application. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@ConfigurationPropertiesScan
public class CoreConfiguration {

    /** The database's; where it is embedded, that is the process's own. */
    @Bean
    Clock clock(DataSource dataSource) throws MetaDataAccessException {
        String product = JdbcUtils.extractDatabaseMetaData(dataSource, DatabaseMetaData::getDatabaseProductName);
        JdbcClient jdbc = JdbcClient.create(dataSource);
        return "PostgreSQL".equals(product)
                ? DatabaseClock.running(() -> jdbc.sql("select clock_timestamp()")
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant())
                : Clock.systemUTC();
    }

    @Bean
    OrderValidator orderValidator(OrderLimits limits, OrderSettings settings, Clock clock) {
        return new OrderValidator(limits, settings, clock);
    }
}
