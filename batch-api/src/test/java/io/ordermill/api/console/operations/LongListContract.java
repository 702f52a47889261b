package io.ordermill.api.console.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.testing.Browser;
import io.ordermill.api.testing.RunningApi;
import io.ordermill.api.testing.RunningApi.Tenant;
import io.ordermill.core.testing.TestDatabase;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The page among 100,000 operations; what the list below it reads is shown in the core. */
abstract class LongListContract {

    private static final int FEW = 100;
    private static final int MANY = 100_000;
    private static final int WARM_UP = 150;
    private static final int ROUNDS = 50;

    private static final Duration FIRST_PAINT = Duration.ofMillis(200);

    abstract TestDatabase newDatabase();

    @Test
    void opensAboutAsFastAsAmongAHundredAndFindsTheFewWithErrors() {
        try (TestDatabase database = newDatabase();
                RunningApi api = RunningApi.start(database)) {
            Tenant tenant = api.newTenant();
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            tenant.at(api)
                    .post("/v1/batch/sales-orders", "application/json", "[]")
                    .expect(201);
            insert(jdbc, tenant, 1, FEW);
            jdbc.update("update batch_operation set total_items = 1, failed_items = 1 where status = 'N'");
            Browser browser = Browser.at(api.anonymous().baseUrl()).signIn(tenant.name(), tenant.secret());
            IntStream.range(0, WARM_UP).forEach(any -> page(browser));
            Duration amongFew = shortest(() -> page(browser));

            insert(jdbc, tenant, FEW + 1, MANY);
            Duration amongMany = shortest(() -> page(browser));
            Duration withErrors = shortest(() -> pageWithErrors(browser));

            assertThat(amongMany).as("among %d: %s", FEW, amongFew).isLessThan(amongFew.multipliedBy(3));
            assertThat(withErrors)
                    .as("with errors, among %d: %s", FEW, amongFew)
                    .isLessThan(amongFew.multipliedBy(3))
                    .isLessThan(FIRST_PAINT);
        }
    }

    /** The shortest of many rounds: what else the machine does only ever adds. */
    private static Duration shortest(Runnable look) {
        Duration shortest = Duration.ofDays(1);
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            look.run();
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            shortest = time.compareTo(shortest) < 0 ? time : shortest;
        }
        return shortest;
    }

    private static void page(Browser browser) {
        assertThat(browser.get("/console/operations").expect(200).body()).contains("id=\"older\"");
    }

    private static void pageWithErrors(Browser browser) {
        assertThat(browser.get("/console/operations?errors=true").expect(200).body())
                .contains("<tr id=\"op-")
                .doesNotContain("id=\"older\"");
    }

    /** Older ones, without errors. */
    private static void insert(JdbcTemplate jdbc, Tenant tenant, int from, int to) {
        jdbc.update("""
                insert into batch_operation (
                    operation_id, company_id, submitted_by, status, attempt, attempts_without_progress, skip_workflow,
                    ignore_unknown_fields, upload_id, succeeded_items, failed_items, database_items, submitted_at,
                    finished_at)
                select cast('01990000-0000-7000-8000-' || lpad(cast(n as varchar), 12, '0') as uuid), company_id,
                    submitted_by, 'C', 0, 0, true, false, upload_id, 0, 0, 0, submitted_at, submitted_at
                from batch_operation, generate_series(?, ?) as numbers (n)
                where company_id = ? and status = 'N'""", from, to, tenant.name());
    }
}
