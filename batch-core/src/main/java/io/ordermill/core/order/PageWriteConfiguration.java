package io.ordermill.core.order;

import java.sql.DatabaseMetaData;
import javax.sql.DataSource;
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
    BulkInsert bulkInsert(DataSource dataSource, JdbcTemplate jdbc) throws MetaDataAccessException {
        return isPostgres(dataSource) ? new CopyBulkInsert(jdbc) : new JdbcBulkInsert(jdbc);
    }

    @Bean
    CompanyHold companyHold(DataSource dataSource, JdbcClient jdbc) throws MetaDataAccessException {
        return isPostgres(dataSource) ? CompanyHold.sharedByPages(jdbc) : CompanyHold.exclusive(jdbc);
    }

    @Bean
    StretchDraw stretchDraw(DataSource dataSource, JdbcClient jdbc) throws MetaDataAccessException {
        return isPostgres(dataSource) ? StretchDraw.onPostgres(jdbc) : StretchDraw.none();
    }

    private static boolean isPostgres(DataSource dataSource) throws MetaDataAccessException {
        String product = JdbcUtils.extractDatabaseMetaData(dataSource, DatabaseMetaData::getDatabaseProductName);
        return "PostgreSQL".equals(product);
    }
}
