package io.ordermill.worker.dispatch;

import io.ordermill.core.operation.OperationQueue;
import io.ordermill.core.worker.WorkerRegister;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Frees what a killed process had picked, and takes it out of the register, at once where that is certain: an embedded H2 file lets in one process at a time,
 * so whatever is picked when it starts was picked by one that is gone. Elsewhere only missed heartbeats can tell.
 */
@Component
class AbandonedTasks {

    private static final Logger LOG = LoggerFactory.getLogger(AbandonedTasks.class);

    private final JdbcClient jdbc;
    private final WorkerRegister register;
    private final WorkerName name;
    private final boolean isEmbedded;

    AbandonedTasks(JdbcClient jdbc, WorkerRegister register, WorkerName name, DataSource dataSource)
            throws MetaDataAccessException {
        this.jdbc = jdbc;
        this.register = register;
        this.name = name;
        this.isEmbedded = JdbcUtils.extractDatabaseMetaData(dataSource, metaData -> metaData.getURL())
                .startsWith("jdbc:h2:file:");
    }

    /** Before the first look at the queue. */
    void free() {
        if (!isEmbedded) {
            return;
        }
        register.removeAllBut(name.text());
        int freed = jdbc.sql("""
                        update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null, version = version + 1
                        where task_name = ? and picked = true
                        """).param(OperationQueue.TASK_NAME).update();
        if (freed > 0) {
            LOG.warn("the last process left {} operations behind; they go on now", freed);
        }
    }
}
