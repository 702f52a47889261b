package io.ordermill.api.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordermill.api.e2e.Caller;
import io.ordermill.api.e2e.Tenant;
import io.ordermill.core.operation.OperationStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the documentation tells to start loses a worker, or its database for a moment, and nothing else. One fleet for all
 * tests: each leaves it whole.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeployedFleetIT {

    private static final int ORDERS = 10_000;

    /** So many are in a page at most when it breaks. */
    private static final int WORKERS = 2;

    private static final int UNAVAILABLE = 503;
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(30);
    private static final Duration GOES_ON_WITHIN = Duration.ofSeconds(30);

    private final Random random = Faults.random(this);

    private final List<Evidence> imports = new ArrayList<>();

    private Path directory;
    private DeployedFleet fleet;

    @BeforeAll
    void start(@TempDir Path directory) {
        this.directory = directory;
        fleet = new DeployedFleet(directory);
        assertThat(fleet.run("start")).isZero();
        assertThat(fleet.run("status")).isZero();
    }

    @AfterAll
    void stop() {
        assertThat(fleet.run("stop")).isZero();
        assertThat(directory).isDirectoryNotContaining("glob:**/*.pid");
    }

    @Test
    void outlivesAWorker() {
        try (WatchedImport imported = submit(fleet.newTenant())) {
            imported.awaitProcessed(1);
            fleet.killFirstWorker();
            assertThat(fleet.run("status")).as("one is dead").isEqualTo(1);
            assertThat(fleet.run("start")).as("the dead one is replaced").isZero();
            assertThat(fleet.run("status")).isZero();

            assertNothingLost(imported);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fast", "immediate"})
    void outlivesARestartOfPostgres(String mode) {
        Tenant tenant = fleet.newTenant();
        try (WatchedImport imported = submit(tenant)) {
            imported.awaitProcessed(1);
            fleet.stopPostgres(mode);
            int processed = imported.last().processed();
            assertThat(imported.last().isEnd()).as("in mid-import").isFalse();
            await("the API says that its database is away")
                    .atMost(ANSWERS_WITHIN)
                    .until(() -> status(tenant.caller(), imported) == UNAVAILABLE);
            fleet.startPostgres();

            await("the import going on")
                    .atMost(GOES_ON_WITHIN)
                    .until(() -> imported.last().isEnd() || imported.last().processed() > processed);
            assertNothingLost(imported);
        }
    }

    private WatchedImport submit(Tenant tenant) {
        return WatchedImport.submit(tenant::caller, MixedFile.of(random.nextLong(), ORDERS));
    }

    private static int status(Caller caller, WatchedImport imported) {
        return caller.get("/v1/batch-operations/" + imported.operationId() + "/status")
                .statusCode();
    }

    private void assertNothingLost(WatchedImport imported) {
        assertThat(imported.awaitEnd().status()).isEqualTo(OperationStatus.COMPLETED);
        imports.add(imported.evidence());
        assertThat(new InvariantChecker(fleet.database(), null).violations(imports, WORKERS * imports.size()))
                .isEmpty();
    }
}
