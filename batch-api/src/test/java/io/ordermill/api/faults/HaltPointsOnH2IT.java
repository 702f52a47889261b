package io.ordermill.api.faults;

import io.ordermill.api.e2e.Caller;
import io.ordermill.api.e2e.OrdermillProcess;
import io.ordermill.api.e2e.OrdermillProcess.Program;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class HaltPointsOnH2IT extends HaltPoints {

    @TempDir
    private Path dataDir;

    @Override
    OrdermillProcess process(Program program, Map<String, String> settings, String... jvmOptions) {
        return OrdermillProcess.onH2(program, dataDir, settings, jvmOptions);
    }

    @Override
    Caller admin(OrdermillProcess process) {
        return Caller.demo(process.baseUrl(), dataDir);
    }

    @Override
    JdbcClient databaseOf(OrdermillProcess process) {
        process.terminate();
        return EmbeddedFile.of(dataDir);
    }
}
