package io.ordermill.api.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordermill.api.e2e.Caller;
import io.ordermill.api.e2e.OrdermillProcess;
import io.ordermill.api.e2e.OrdermillProcess.Program;
import io.ordermill.api.e2e.Tenant;
import io.ordermill.core.operation.OperationStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of the embedded default, everything in one process on H2, and its next start. */
class KilledProcessIT {

    private static final int KILLS = 10;
    private static final int ORDERS_BETWEEN_KILLS = 400;
    private static final Duration GOES_ON_WITHIN = Duration.ofSeconds(10);

    /** The next start must not wait for heartbeats to be missed: with these it would take an hour. */
    private static final Map<String, String> SETTINGS = Map.of("ORDERMILL_WORKER_HEARTBEAT_INTERVAL", "10m");

    private final Random random = Faults.random(this);

    @TempDir
    private Path dataDir;

    private OrdermillProcess process;
    private Caller client;

    @BeforeEach
    void start() {
        process = OrdermillProcess.onH2(
                Program.jar(QuickStart.ofApi().jar()),
                dataDir,
                SETTINGS,
                QuickStart.ofApi().options());
    }

    @AfterEach
    void stop() {
        process.close();
    }

    private Tenant newTenant() {
        Caller admin = Caller.demo(process.baseUrl(), dataDir).withToken();
        Tenant tenant = Tenant.withSeedReferences(process.baseUrl(), admin);
        MixedFile.loadSeries(tenant, admin);
        return tenant;
    }

    private void restart() {
        start();
        client = client.at(process.baseUrl());
    }

    @Test
    void anImportOutlivesOneProcessAfterAnother() {
        int kills = Faults.times(KILLS);
        MixedFile file = MixedFile.of(random.nextLong(), ORDERS_BETWEEN_KILLS * (kills + 1));
        client = newTenant().caller();
        try (WatchedImport imported = WatchedImport.submit(() -> client, file)) {
            for (int kill = 0; kill < kills; kill++) {
                imported.awaitProcessed(kill * ORDERS_BETWEEN_KILLS + random.nextInt(ORDERS_BETWEEN_KILLS));
                Faults.pause(random);
                process.kill();
                restart();
                int processed = status(imported).processed();
                await("the import going on")
                        .atMost(GOES_ON_WITHIN)
                        .until(() -> status(imported), now -> now.isEnd() || now.processed() > processed);
            }

            assertThat(imported.awaitEnd().status()).isEqualTo(OperationStatus.COMPLETED);
            Evidence evidence = imported.evidence();
            process.terminate();
            assertThat(new InvariantChecker(EmbeddedFile.of(dataDir), null).violations(List.of(evidence), kills))
                    .isEmpty();
        }
    }

    private Sighting status(WatchedImport imported) {
        return Sighting.of(Caller.json(client.get("/v1/batch-operations/" + imported.operationId() + "/status")));
    }
}
