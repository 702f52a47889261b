package io.ordermill.api.faults;

import io.ordermill.api.e2e.Caller;
import io.ordermill.api.e2e.OrdermillProcess;
import io.ordermill.api.e2e.OrdermillProcess.Program;
import io.ordermill.core.testing.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.springframework.jdbc.core.simple.JdbcClient;

class HaltPointsOnPostgresIT extends HaltPoints {

    private final TestDatabase database = TestDatabase.postgres();

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    OrdermillProcess process(Program program, Map<String, String> settings, String... jvmOptions) {
        return OrdermillProcess.onPostgres(program, database, settings, jvmOptions);
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
