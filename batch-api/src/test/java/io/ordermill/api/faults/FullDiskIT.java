package io.ordermill.api.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordermill.api.e2e.Caller;
import io.ordermill.api.e2e.OrdermillProcess;
import io.ordermill.api.e2e.OrdermillProcess.Program;
import io.ordermill.api.e2e.Tenant;
import io.ordermill.core.operation.OperationStatus;
import io.ordermill.core.testing.TestDatabase;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Disks that are really full. */
class FullDiskIT {

    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final int ORDERS = 5_000;
    private static final int MORE_ATTEMPTS_THAN_ALLOWED = 5;
    private static final String ATTEMPT_WITHOUT_SPACE = "another one looks for space";

    private final Random random = Faults.random(this);

    @TempDir
    private Path directory;

    @TempDir
    private Path dataDir;

    @Test
    void anUploadThatFindsNoSpaceIsRefusedAndLeavesNothing() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(directory, 4);
                OrdermillProcess process = onH2(
                        dataDir,
                        Map.of("ORDERMILL_UPLOAD_SPOOL_DIRECTORY", disk.path().toString()))) {
            Caller caller = Caller.demo(process.baseUrl(), dataDir).withToken();

            assertNoSpace(caller.submit(("[" + " ".repeat(8 << 20) + "]").getBytes(UTF_8), ""));

            try (Stream<Path> files = Files.list(disk.path())) {
                assertThat(files.map(Path::toString)).singleElement().asString().endsWith(".lock");
            }
            caller.accepted("[]".getBytes(UTF_8), "");
        }
    }

    @Test
    void anImportWaitsForSpaceOnPostgres() {
        try (SmallDisk disk = SmallDisk.mount(directory, 64);
                TestDatabase database = TestDatabase.postgres();
                TablesOnDisk tables = TablesOnDisk.moved(disk, database);
                OrdermillProcess process = OrdermillProcess.onPostgres(
                        Program.jar(QuickStart.ofApi().jar()),
                        database,
                        Fleet.NERVOUS,
                        QuickStart.ofApi().options())) {
            Caller admin = Caller.withBasic(process.baseUrl(), "operator", OrdermillProcess.ADMIN_SECRET)
                    .withToken();
            Tenant tenant = tenant(process, admin);

            Evidence evidence = importedThroughAFullDisk(disk, process, tenant);

            assertThat(new InvariantChecker(tables.jdbc(), null).violations(List.of(evidence), ORDERS))
                    .isEmpty();
        }
    }

    /** They go back before the disk does, where the server that other tests use, too, would look for them in vain. */
    private record TablesOnDisk(JdbcClient jdbc) implements AutoCloseable {

        static TablesOnDisk moved(SmallDisk disk, TestDatabase database) {
            TablesOnDisk tables = new TablesOnDisk(JdbcClient.create(database.dataSource()));
            tables.execute("create tablespace small location '%s'".formatted(disk.path()));
            tables.moveTo("small");
            return tables;
        }

        private void moveTo(String tablespace) {
            for (String table : List.of("upload_chunk", "sales_order_line")) {
                execute("alter table %s set tablespace %s".formatted(table, tablespace));
            }
        }

        private void execute(String statement) {
            jdbc.sql(statement).update();
        }

        @Override
        public void close() {
            moveTo("pg_default");
            execute("drop tablespace small");
        }
    }

    /** H2 gives up for good when it cannot write; the next start finds everything up to the last saved page. */
    @Test
    void anImportGoesOnWithTheNextStartOnH2() {
        try (SmallDisk disk = SmallDisk.mount(directory, 192);
                OrdermillProcess first = onH2(disk.path(), Map.of())) {
            Caller admin = Caller.demo(first.baseUrl(), disk.path()).withToken();
            Tenant tenant = tenant(first, admin);
            MixedFile file = MixedFile.of(random.nextLong(), ORDERS);
            UUID operationId = UUID.fromString(tenant.caller().accepted(file.bytes(), "?skipWorkflow=true"));
            disk.fill();
            await("a failed write").atMost(DEADLINE).until(() -> first.log().contains("No space left"));
            assertThat(tenant.caller().submit(file.bytes(), "").statusCode()).isIn(503, 507);
            disk.makeRoom();
            first.kill();

            try (OrdermillProcess second = onH2(disk.path(), Map.of());
                    WatchedImport imported =
                            WatchedImport.of(() -> tenant.caller().at(second.baseUrl()), file, operationId)) {
                assertThat(imported.awaitEnd().status()).isEqualTo(OperationStatus.COMPLETED);
                Evidence evidence = imported.evidence();
                second.terminate();
                assertThat(new InvariantChecker(EmbeddedFile.of(disk.path()), null)
                                .violations(List.of(evidence), ORDERS))
                        .isEmpty();
            }
        }
    }

    private static OrdermillProcess onH2(Path dataDir, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Fleet.NERVOUS);
        settings.putAll(more);
        return OrdermillProcess.onH2(
                Program.jar(QuickStart.ofApi().jar()),
                dataDir,
                settings,
                QuickStart.ofApi().options());
    }

    private static Tenant tenant(OrdermillProcess process, Caller admin) {
        Tenant tenant = Tenant.withSeedReferences(process.baseUrl(), admin);
        MixedFile.loadSeries(tenant, admin);
        return tenant;
    }

    private Evidence importedThroughAFullDisk(SmallDisk disk, OrdermillProcess process, Tenant tenant) {
        MixedFile file = MixedFile.of(random.nextLong(), ORDERS);
        try (WatchedImport imported = WatchedImport.submit(tenant::caller, file)) {
            imported.awaitProcessed(200);
            disk.fill();
            await("attempts that find no space")
                    .atMost(DEADLINE)
                    .until(() -> process.log().split(ATTEMPT_WITHOUT_SPACE, -1).length > MORE_ATTEMPTS_THAN_ALLOWED);
            assertNoSpace(tenant.caller().submit(file.bytes(), ""));
            assertThat(imported.last().isEnd()).isFalse();
            disk.makeRoom();

            assertThat(imported.awaitEnd().status()).isEqualTo(OperationStatus.COMPLETED);
            return imported.evidence();
        }
    }

    private static void assertNoSpace(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(507);
        assertThat(answer.body()).contains("INSUFFICIENT_STORAGE");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
}
