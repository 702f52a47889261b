package io.ordermill.api.faults;

import io.ordermill.api.e2e.Caller;
import io.ordermill.api.e2e.OrdermillProcess;
import io.ordermill.api.e2e.OrdermillProcess.Program;
import io.ordermill.core.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("long")
class HaltPointsOnPostgresIT extends HaltPoints {

    private final TestDatabase database = TestDatabase.postgres();

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    OrdermillProcess start(Program program, String... jvmOptions) {
        return OrdermillProcess.onPostgres(program, database, SETTINGS, jvmOptions);
    }

    @Override
    Caller admin(OrdermillProcess process) {
        return Caller.withBasic(process.baseUrl(), "operator", OrdermillProcess.ADMIN_SECRET);
    }

    @Override
    JdbcClient databaseOf(OrdermillProcess process) {
        return JdbcClient.create(database.dataSource());
    }
}
