package io.ordermill.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.ordermill.core.testing.CountingDataSource;
import io.ordermill.core.testing.GeneratedOrders;
import io.ordermill.core.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * A statement more for each page is a round trip more, which no timing would show. Not counted: COPY, the savepoint, the
 * draw of numbers, and what comes by the clock and not by the page.
 */
class StatementsPerPageOnPostgresTest {

    private static final List<String> OF_A_PAGE = List.of(
            "select nextval('sales_order_id')",
            "select version from reference_version",
            "select unique_external_order_ids,",
            "update batch_operation set succeeded_items =");

    /** The queues, the heartbeat, the samples of progress, the clock's own look at the database, and the test that waits for the operation's end. */
    private static final List<String> BY_THE_CLOCK = List.of(
            "scheduled_tasks",
            "update worker",
            "progress_sample",
            "clock_timestamp()",
            "from batch_operation",
            "webhook",
            "announced");

    @Test
    void areTwoInItsTransactionAndTwoAhead() {
        try (TestDatabase database = TestDatabase.postgres();
                TestWorker worker = TestWorker.on(database, new CountedStatements())) {
            CountingDataSource statements = worker.bean(CountingDataSource.class);
            TestCompany company = TestCompany.in(worker);

            List<String> ofTwoPages = statements(statements, company, 2);
            List<String> ofTwelvePages = statements(statements, company, 12);

            ofTwoPages.forEach(ofTwelvePages::remove);
            assertThat(ofTwelvePages).hasSize(10 * OF_A_PAGE.size());
            assertThat(OF_A_PAGE).allSatisfy(statement -> assertThat(ofTwelvePages)
                    .filteredOn(executed -> executed.startsWith(statement))
                    .hasSize(10));
        }
    }

    private static List<String> statements(CountingDataSource statements, TestCompany company, int pages) {
        statements.reset();
        company.imported(GeneratedOrders.simple(100 * pages, 1));
        List<String> executed = new ArrayList<>();
        for (String statement : statements.statements()) {
            if (BY_THE_CLOCK.stream().noneMatch(statement::contains)) {
                executed.add(statement.strip().replaceAll("\\s+", " "));
            }
        }
        return executed;
    }

    private static final class CountedStatements implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof HikariDataSource pool ? new CountingDataSource(pool) : bean;
        }
    }
}
