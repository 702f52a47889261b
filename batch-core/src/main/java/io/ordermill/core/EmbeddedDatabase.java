package io.ordermill.core;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Lets the pool open its connections to an embedded H2 file by way of {@link DurableReads}, and keep them: H2 2.4 binds a
 * check like {@code status in ('N', 'W')} to the connection that has created the table, and refuses every row once that one is
 * closed, until the file is opened anew.
 */
@Component
class EmbeddedDatabase implements BeanPostProcessor {

    private static final long FOR_EVER = 0;

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && isEmbedded(pool)) {
            pool.setDataSource(new DurableReads(new DriverDataSource(
                    pool.getJdbcUrl(),
                    pool.getDriverClassName(),
                    pool.getDataSourceProperties(),
                    pool.getUsername(),
                    pool.getPassword())));
            pool.setMaxLifetime(FOR_EVER);
            pool.setIdleTimeout(FOR_EVER);
        }
        return bean;
    }

    private static boolean isEmbedded(HikariDataSource pool) {
        return pool.getDataSource() == null
                && pool.getJdbcUrl() != null
                && pool.getJdbcUrl().startsWith("jdbc:h2:file:");
    }
}
