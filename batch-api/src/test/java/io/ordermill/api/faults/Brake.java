package io.ordermill.api.faults;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Holds the imports of a company in the page that brings them so far, just before it is committed: a trigger waits there for
 * a lock that the test has. So a test need not run after an import that is faster than it can look.
 */
final class Brake implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private static final String[] SCHEMA = {
        "create table fault_brake (company_id text primary key, processed int not null)", """
        create function brake() returns trigger language plpgsql as $$
        begin
            if exists (select 1 from fault_brake b where b.company_id = new.company_id
                       and new.succeeded_items + new.failed_items >= b.processed) then
                perform pg_advisory_xact_lock_shared(hashtext(new.company_id));
            end if;
            return null;
        end $$
        """, """
        create trigger brake after update on batch_operation for each row
        when (new.succeeded_items + new.failed_items > old.succeeded_items + old.failed_items) execute function brake()
        """
    };

    private final JdbcClient jdbc;
    private final String companyId;
    private final Connection lock;

    private Brake(JdbcClient jdbc, String companyId, Connection lock) {
        this.jdbc = jdbc;
        this.companyId = companyId;
        this.lock = lock;
    }

    static void install(JdbcClient jdbc) {
        for (String statement : SCHEMA) {
            jdbc.sql(statement).update();
        }
    }

    static Brake on(DataSource database, String companyId, int processed) {
        try {
            Connection lock = database.getConnection();
            JdbcClient.create(new SingleConnectionDataSource(lock, true))
                    .sql("select 1 from pg_advisory_lock(hashtext(?))")
                    .param(companyId)
                    .query(Integer.class)
                    .single();
            JdbcClient jdbc = JdbcClient.create(database);
            jdbc.sql("insert into fault_brake (company_id, processed) values (?, ?)")
                    .params(companyId, processed)
                    .update();
            return new Brake(jdbc, companyId, lock);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for a page to stand there. */
    void awaitReached() {
        await("a page at the brake")
                .atMost(DEADLINE)
                .until(() -> jdbc.sql("""
                                select count(*) from pg_stat_activity
                                where datname = current_database() and wait_event_type = 'Lock' and wait_event = 'advisory'
                                """).query(Integer.class).single() > 0);
    }

    /** Lets the page go on, and all after it. To do so again changes nothing. */
    @Override
    public void close() {
        if (isClosed()) {
            return;
        }
        jdbc.sql("delete from fault_brake where company_id = ?")
                .param(companyId)
                .update();
        try (lock) {
            JdbcClient.create(new SingleConnectionDataSource(lock, true))
                    .sql("select pg_advisory_unlock_all()")
                    .query((row, number) -> 0)
                    .list();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isClosed() {
        try {
            return lock.isClosed();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
