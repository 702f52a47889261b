package io.ordermill.api.benchmark;

import io.ordermill.api.e2e.Caller;
import io.ordermill.api.e2e.OrdermillProcess;
import io.ordermill.api.e2e.OrdermillProcess.Program;
import io.ordermill.api.e2e.Tenant;
import io.ordermill.core.testing.BenchmarkServer;
import io.ordermill.core.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Map;

/** The API's jar with little memory, on either database. */
record SmallProduct(OrdermillProcess process, Caller admin) implements AutoCloseable {

    static SmallProduct onPostgres(BenchmarkServer server, String... jvmOptions) {
        TestDatabase database = server.newDatabase();
        OrdermillProcess process = OrdermillProcess.onPostgres(OrdermillProcess.API, database, Map.of(), jvmOptions);
        return new SmallProduct(
                process, Caller.withBasic(process.baseUrl(), "operator", OrdermillProcess.ADMIN_SECRET));
    }

    static SmallProduct onH2(Path dataDir, String... jvmOptions) {
        OrdermillProcess process =
                OrdermillProcess.onH2(Program.jar(OrdermillProcess.API), dataDir, Map.of(), jvmOptions);
        return new SmallProduct(process, Caller.demo(process.baseUrl(), dataDir));
    }

    /**
     * A company for a file.
     *
     * @param withReferences false: no order is valid there
     */
    Caller newLoader(boolean withReferences) {
        Tenant tenant = withReferences
                ? Tenant.withSeedReferences(process.baseUrl(), admin)
                : Tenant.empty(process.baseUrl(), admin);
        return tenant.caller();
    }

    @Override
    public void close() {
        process.close();
    }
}
