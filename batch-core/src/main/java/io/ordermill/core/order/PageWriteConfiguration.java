package io.ordermill.core.order;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.DatabaseMetaData;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/** Chooses what the databases do differently when a page is written. */
@Configuration(proxyBeanMethods = false)
class PageWriteConfiguration {

    @Bean
    RowInsert rowInsert(DataSource dataSource, JdbcTemplate jdbc) throws MetaDataAccessException {
        return isPostgres(dataSource) ? new CopyInsert(jdbc) : new BatchInsert(jdbc);
    }

    @Bean
    CompanyHold companyHold(DataSource dataSource, JdbcClient jdbc) throws MetaDataAccessException {
        return isPostgres(dataSource) ? CompanyHold.sharedByPages(jdbc) : CompanyHold.exclusive(jdbc);
    }

    @Bean
    StretchDraw stretchDraw(DataSource dataSource) throws MetaDataAccessException {
        return isPostgres(dataSource) ? StretchDraw.ON_POSTGRES : StretchDraw.NONE;
    }

    /** On PostgreSQL they do not wait for the disk: a page saved under a number comes later in the same log, and does. */
    @Bean
    ShortTransactions shortTransactions(DataSource dataSource, NumberingSettings settings)
            throws MetaDataAccessException {
        HikariDataSource pool =
                DataSourceUnwrapper.unwrap(dataSource, HikariConfigMXBean.class, HikariDataSource.class);
        return ShortTransactions.beside(
                Objects.requireNonNull(pool, "the data source is not a Hikari pool"),
                settings.connections(),
                isPostgres(dataSource) ? "set synchronous_commit = off" : null);
    }

    private static boolean isPostgres(DataSource dataSource) throws MetaDataAccessException {
        String product = JdbcUtils.extractDatabaseMetaData(dataSource, DatabaseMetaData::getDatabaseProductName);
        return "PostgreSQL".equals(product);
    }
}
