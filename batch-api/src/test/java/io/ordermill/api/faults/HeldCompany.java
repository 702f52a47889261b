package io.ordermill.api.faults;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Keeps a company's row locked, so that the imports of the company stand at the beginning of their next page. Submissions, which
 * refer to the row by a foreign key, go on.
 */
final class HeldCompany implements AutoCloseable {

    private final Connection lock;

    HeldCompany(DataSource database, String companyId) {
        try {
            lock = database.getConnection();
            lock.setAutoCommit(false);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        JdbcClient.create(new SingleConnectionDataSource(lock, true))
                .sql("select name from company where company_id = ? for no key update")
                .param(companyId)
                .query(String.class)
                .single();
    }

    @Override
    public void close() {
        try (lock) {
            lock.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
