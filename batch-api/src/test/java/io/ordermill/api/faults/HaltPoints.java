package io.ordermill.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.e2e.Caller;
import io.ordermill.api.e2e.OrdermillProcess;
import io.ordermill.api.e2e.OrdermillProcess.Program;
import io.ordermill.api.e2e.Tenant;
import io.ordermill.core.operation.OperationStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The process halts at one {@link HaltPoint} after another, in the middle of an import, and its next start goes on with that
 * import before it halts at the next point.
 */
abstract class HaltPoints {

    /** A worker that has halted is presumed dead after two seconds. */
    static final Map<String, String> SETTINGS = Fleet.NERVOUS;

    private static final int QUICK = 7;
    private static final int ORDERS_OF_FOUR_PAGES = 350;

    private final Random random = Faults.random(this);
    private final List<HaltPoint> points = Faults.some(List.of(HaltPoint.values()), QUICK, random);

    @TempDir
    private Path directory;

    private @Nullable OrdermillProcess process;
    private @Nullable Caller client;

    abstract OrdermillProcess start(Program program, String... jvmOptions);

    abstract Caller admin(OrdermillProcess process);

    abstract JdbcClient databaseOf(OrdermillProcess process);

    @Test
    void loseNothing() throws IOException {
        List<Evidence> imports = new ArrayList<>();
        startWith(points.get(0));
        client = newTenant().caller();
        for (int number = 0; number < points.size(); number++) {
            HaltPoint point = points.get(number);
            try (WatchedImport imported = haltedAt(point, number)) {
                startWith(points.get((number + 1) % points.size()));
                assertThat(imported.awaitEnd().status())
                        .as(point.name())
                        .isEqualTo(point.isInCancel() ? OperationStatus.CANCELLED : OperationStatus.COMPLETED);
                imports.add(imported.evidence());
            }
        }
        assertThat(new InvariantChecker(databaseOf(process), null).violations(imports, points.size()))
                .isEmpty();
        process.close();
    }

    private void startWith(HaltPoint point) {
        QuickStart api = QuickStart.ofApi();
        Program program = Program.main(
                HaltingOrdermill.class,
                List.of(api.jar(), Path.of("target/test-classes"), Path.of("../batch-core/target/test-classes")));
        process = start(
                program,
                api.options(
                        "-D" + HaltingOrdermill.POINT + "=" + point,
                        "-D" + HaltingOrdermill.DIRECTORY + "=" + directory));
        if (client != null) {
            client = client.at(process.baseUrl());
        }
    }

    private Tenant newTenant() {
        Caller admin = admin(process).withToken();
        Tenant tenant = Tenant.withSeedReferences(process.baseUrl(), admin);
        MixedFile.loadSeries(tenant, admin);
        return tenant;
    }

    /** Lets the import begin only once its submission was answered. */
    private WatchedImport haltedAt(HaltPoint point, int number) throws IOException {
        Files.createFile(HaltingDatabase.hold(directory));
        WatchedImport imported =
                WatchedImport.submit(() -> client, MixedFile.of(random.nextLong(), ORDERS_OF_FOUR_PAGES, number));
        Files.createFile(HaltingDatabase.go(directory));
        assertThat(process.awaitEnd()).as(point.name()).isEqualTo(HaltingDatabase.EXIT_CODE);
        Files.delete(HaltingDatabase.hold(directory));
        Files.delete(HaltingDatabase.go(directory));
        return imported;
    }
}
