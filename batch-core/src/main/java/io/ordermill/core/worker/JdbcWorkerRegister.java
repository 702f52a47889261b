package io.ordermill.core.worker;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Without transactions: of a heartbeat nothing else depends, and the next one mends it. */
@Repository
class JdbcWorkerRegister implements WorkerRegister {

    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcWorkerRegister(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void heartbeat(String name, int slots, Duration deathLimit) {
        OffsetDateTime now = column(clock.instant());
        int known = jdbc.sql("update worker set last_heartbeat = ? where name = ?")
                .params(now, name)
                .update();
        if (known == 0) {
            enter(name, slots, deathLimit, now);
        }
    }

    /** Only new names make the register longer, so this is when it is made shorter. */
    private void enter(String name, int slots, Duration deathLimit, OffsetDateTime now) {
        jdbc.sql("delete from worker where last_heartbeat < ?")
                .param(now.minus(REMEMBERED))
                .update();
        jdbc.sql("""
                insert into worker (name, slots, death_limit_ms, since, last_heartbeat)
                values (:name, :slots, :deathLimit, :now, :now) on conflict do nothing""")
                .param("name", name)
                .param("slots", slots)
                .param("deathLimit", deathLimit.toMillis())
                .param("now", now)
                .update();
    }

    @Override
    public void remove(String name) {
        jdbc.sql("delete from worker where name = ?").param(name).update();
    }

    @Override
    public void removeAllBut(String name) {
        jdbc.sql("delete from worker where name <> ?").param(name).update();
    }

    @Override
    public List<Worker> list() {
        return jdbc.sql("select * from worker where last_heartbeat >= ? order by name")
                .param(column(clock.instant().minus(REMEMBERED)))
                .query((row, number) -> new Worker(
                        row.getString("name"),
                        row.getInt("slots"),
                        Duration.ofMillis(row.getLong("death_limit_ms")),
                        instant(row, "since"),
                        instant(row, "last_heartbeat")))
                .list();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime column(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
