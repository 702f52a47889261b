package io.ordermill.worker.dispatch;

import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/** What differs between databases when the queue is read. */
@Component
public class QueueDatabase {

    private static final double REFILL_WHEN_HALF_IDLE = 0.5;
    private static final double NO_MORE_THAN_IDLE = 1.0;

    private final boolean canSkipLocked;

    QueueDatabase(DataSource dataSource) throws MetaDataAccessException {
        this.canSkipLocked = "PostgreSQL"
                .equals(JdbcUtils.extractDatabaseMetaData(dataSource, metaData -> metaData.getDatabaseProductName()));
    }

    /** PostgreSQL locks rows while it fetches them; elsewhere workers fetch the same rows and the fastest picks each. */
    public SchedulerBuilder pollingStrategy(SchedulerBuilder builder) {
        return canSkipLocked
                ? builder.pollUsingLockAndFetch(REFILL_WHEN_HALF_IDLE, NO_MORE_THAN_IDLE)
                : builder.pollUsingFetch(REFILL_WHEN_HALF_IDLE, NO_MORE_THAN_IDLE);
    }
}
