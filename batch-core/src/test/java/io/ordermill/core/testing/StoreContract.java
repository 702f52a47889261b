package io.ordermill.core.testing;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a store promises, whatever the database: one database for all tests of a class, a company of its own for each. */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class StoreContract {

    protected final TestDatabase database;
    protected final CountingDataSource dataSource;
    protected final JdbcTemplate template;
    protected final JdbcClient jdbc;
    protected final PlatformTransactionManager transactions;
    protected final TransactionTemplate transaction;

    protected StoreContract(TestDatabase database) {
        this.database = database;
        this.dataSource = new CountingDataSource(database.dataSource());
        this.template = new JdbcTemplate(dataSource);
        this.jdbc = JdbcClient.create(template);
        this.transactions = new JdbcTransactionManager(dataSource);
        this.transaction = new TransactionTemplate(transactions);
    }

    @AfterAll
    void closeDatabase() {
        database.close();
    }

    protected String newCompany() {
        String companyId = "company-" + UUID.randomUUID();
        jdbc.sql("insert into company (company_id, name, unique_external_order_ids) values (?, 'Test', false)")
                .param(companyId)
                .update();
        return companyId;
    }
}
