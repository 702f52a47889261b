package io.ordermill.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * What workers promise, whatever the database: one database and one application on it for all tests of a class, a company of
 * its own for each.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class WorkerContract {

    protected TestDatabase database;
    protected TestWorker application;
    protected TestCompany company;

    abstract TestDatabase newDatabase();

    /** The application that the tests share. */
    abstract TestWorker start(TestDatabase on);

    @BeforeAll
    void startApplication() {
        database = newDatabase();
        application = start(database);
    }

    @AfterAll
    void stopApplication() {
        application.close();
        database.close();
    }

    @BeforeEach
    void newCompany() {
        company = TestCompany.in(application);
    }

    @AfterEach
    void leavesNothingRunningInTheTablesOfSpringBatch() {
        assertThat(BatchTables.running(company.jdbc())).isZero();
    }
}
