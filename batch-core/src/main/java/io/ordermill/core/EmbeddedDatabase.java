package io.ordermill.core;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import java.nio.file.Path;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Lets the pool open its connections to an embedded H2 file by way of {@link DurableReads}, and keep them: H2 2.4 binds a
 * check like {@code status in ('N', 'W')} to the connection that has created the table, and refuses every row once that one is
 * closed, until the file is opened anew. A directory may be given without {@code ./} before it, which H2 would refuse.
 */
@Component
class EmbeddedDatabase implements BeanPostProcessor {

    private static final String FILE = "jdbc:h2:file:";
    private static final long FOR_EVER = 0;

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && isEmbedded(pool)) {
            pool.setDataSource(new DurableReads(new DriverDataSource(
                    absolute(pool.getJdbcUrl()),
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
                && pool.getJdbcUrl().startsWith(FILE);
    }

    private static String absolute(String url) {
        String file = url.substring(FILE.length()).replaceFirst(";.*", "");
        boolean isAtHome = file.startsWith("~");
        return isAtHome ? url : url.replace(FILE + file, FILE + Path.of(file).toAbsolutePath());
    }
}
