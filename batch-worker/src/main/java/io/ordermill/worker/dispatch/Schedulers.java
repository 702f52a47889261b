package io.ordermill.worker.dispatch;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Task;
import io.ordermill.worker.WorkerSettings;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/** What the schedulers of this process have in common: database, clock, name, and when one is presumed dead. */
@Component
public class Schedulers {

    private static final double REFILL_WHEN_HALF_IDLE = 0.5;
    private static final double NO_MORE_THAN_IDLE = 1.0;

    private static final boolean SELECT_THEN_UPDATE = true;

    /** Columns with a time zone need no help. */
    private static final boolean NOT_IN_UTC = false;

    private final DataSource dataSource;
    private final WorkerName name;
    private final WorkerSettings settings;
    private final Clock clock;
    private final boolean canSkipLocked;

    Schedulers(DataSource dataSource, WorkerName name, WorkerSettings settings, Clock clock)
            throws MetaDataAccessException {
        this.dataSource = dataSource;
        this.name = name;
        this.settings = settings;
        this.clock = clock;
        this.canSkipLocked = "PostgreSQL"
                .equals(JdbcUtils.extractDatabaseMetaData(dataSource, metaData -> metaData.getDatabaseProductName()));
    }

    /** One that knows these tasks. */
    public SchedulerBuilder of(Task<?>... tasks) {
        return pollingStrategy(Scheduler.create(dataSource, tasks))
                .schedulerName(new SchedulerName.Fixed(name.text()))
                .clock(clock::instant)
                .heartbeatInterval(settings.heartbeatInterval())
                .missedHeartbeatsLimit(settings.missedHeartbeats())
                // Waited for twice: once before and once after threads would be interrupted.
                .shutdownMaxWait(settings.shutdownTimeout().dividedBy(2));
    }

    /**
     * PostgreSQL locks rows while it fetches them; elsewhere workers fetch the same rows and the fastest picks each. It does
     * so by a select and an update: in a single statement its planner may run the select with the limit several times, and a
     * worker would pick the whole queue (PickedOperationsOnPostgresTest).
     */
    private SchedulerBuilder pollingStrategy(SchedulerBuilder builder) {
        return canSkipLocked
                ? builder.jdbcCustomization(new PostgreSqlJdbcCustomization(SELECT_THEN_UPDATE, NOT_IN_UTC))
                        .pollUsingLockAndFetch(REFILL_WHEN_HALF_IDLE, NO_MORE_THAN_IDLE)
                : builder.pollUsingFetch(REFILL_WHEN_HALF_IDLE, NO_MORE_THAN_IDLE);
    }
}
