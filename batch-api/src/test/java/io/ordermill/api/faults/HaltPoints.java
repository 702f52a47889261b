package io.ordermill.api.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordermill.api.e2e.Caller;
import io.ordermill.api.e2e.OrdermillProcess;
import io.ordermill.api.e2e.OrdermillProcess.Program;
import io.ordermill.api.e2e.Tenant;
import io.ordermill.core.operation.OperationStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The process halts at one {@link HaltPoint} after another, in the middle of an import, and its next start goes on with that
 * import before it halts at the next point. In the middle of a submission as well: then the caller has no answer, and either
 * nothing is left of what it sent or an import that ends; sent again with its {@code Idempotency-Key} it is imported once.
 *
 * <p>With {@code -Dfaults.rounds=1}, as in the normal test run, each point is reached on one of the two databases.
 */
abstract class HaltPoints {

    /** A worker that has halted is presumed dead after two seconds. */
    private static final Map<String, String> NERVOUS = Fleet.NERVOUS;

    private static final int ORDERS_OF_FOUR_PAGES = 350;
    private static final String QUERY = "?skipWorkflow=true";

    private final Random random = Faults.random(this);
    private final Faults.Half half;

    @TempDir
    private Path directory;

    private @Nullable OrdermillProcess process;
    private @Nullable Caller client;

    HaltPoints(Faults.Half half) {
        this.half = half;
    }

    abstract OrdermillProcess start(Program program, Map<String, String> settings, String... jvmOptions);

    abstract Caller admin(OrdermillProcess process);

    abstract JdbcClient databaseOf(OrdermillProcess process);

    @AfterEach
    void stop() {
        if (process != null) {
            process.close();
        }
    }

    @Test
    @Tag("long")
    void anImportLosesNothing() throws IOException {
        List<HaltPoint> points = Faults.shared(points(point -> !point.isInSubmission()), half);
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
    }

    @Test
    void aSubmissionIsAcceptedOnceOrLeavesNothing() throws IOException {
        List<BrokenSubmission> broken = Faults.shared(brokenSubmissions(), half);
        List<Evidence> imports = new ArrayList<>();
        startWith(broken.get(0).point());
        client = newTenant().caller();
        for (int number = 0; number < broken.size(); number++) {
            BrokenSubmission submission = broken.get(number);
            MixedFile file = MixedFile.of(random.nextLong(), ORDERS_OF_FOUR_PAGES, number);
            Set<UUID> before = operations();
            breakOff(submission, file);
            startWith(broken.get((number + 1) % broken.size()).point());

            Set<UUID> made = operationsSince(before);
            assertThat(made)
                    .as(submission.toString())
                    .hasSize(submission.point() == HaltPoint.SUBMISSION_NOT_ANSWERED ? 1 : 0);
            if (submission.isKeyed()) {
                UUID accepted = UUID.fromString(client.accepted(file.bytes(), QUERY, submission.key()));
                made.add(accepted);
                assertThat(made).as(submission.toString()).containsExactly(accepted);
                assertThat(operationsSince(before)).containsExactly(accepted);
            }
            for (UUID operationId : made) {
                imports.add(evidenceOfEnd(operationId, file));
            }
        }
        assertThat(filesSpooled()).isEmpty();
        assertThat(new InvariantChecker(databaseOf(process), null).violations(imports, broken.size()))
                .isEmpty();
    }

    /** @param point null for a kill while half of the file is on its way */
    private record BrokenSubmission(@Nullable HaltPoint point, boolean isKeyed) {

        @Nullable
        String key() {
            return isKeyed ? "night-" + point : null;
        }
    }

    private static List<BrokenSubmission> brokenSubmissions() {
        return Stream.concat(Stream.of((HaltPoint) null), points(HaltPoint::isInSubmission).stream())
                .flatMap(point -> Stream.of(new BrokenSubmission(point, true), new BrokenSubmission(point, false)))
                .toList();
    }

    private void breakOff(BrokenSubmission submission, MixedFile file) throws IOException {
        if (submission.point() == null) {
            InputStream half = new SequenceInputStream(
                    new ByteArrayInputStream(file.bytes(), 0, file.bytes().length / 2), new Cut(process::kill));
            assertThatThrownBy(() -> client.submit(BodyPublishers.ofInputStream(() -> half), QUERY, submission.key()))
                    .isInstanceOf(UncheckedIOException.class);
            return;
        }
        Files.createFile(HaltingDatabase.hold(directory));
        Files.createFile(HaltingDatabase.go(directory));
        assertThatThrownBy(() -> client.submit(BodyPublishers.ofByteArray(file.bytes()), QUERY, submission.key()))
                .isInstanceOf(UncheckedIOException.class);
        awaitHalt(submission.point());
    }

    /** What follows when the bytes before it are sent. */
    private static final class Cut extends InputStream {

        private final Runnable cut;

        private Cut(Runnable cut) {
            this.cut = cut;
        }

        @Override
        public int read() throws IOException {
            cut.run();
            throw new IOException("the line is dead");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
        }
    }

    private Evidence evidenceOfEnd(UUID operationId, MixedFile file) {
        try (WatchedImport imported = WatchedImport.of(() -> client, file, operationId)) {
            assertThat(imported.awaitEnd().status()).isEqualTo(OperationStatus.COMPLETED);
            return imported.evidence();
        }
    }

    private Set<UUID> operationsSince(Set<UUID> before) {
        Set<UUID> since = operations();
        since.removeAll(before);
        return since;
    }

    private Set<UUID> operations() {
        return Caller.json(client.get("/v1/batch-operations"))
                .get("items")
                .valueStream()
                .map(operation ->
                        UUID.fromString(operation.get("batchRequestId").asString()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private List<Path> filesSpooled() throws IOException {
        try (Stream<Path> files = Files.list(spoolDirectory())) {
            return files.filter(file -> !file.toString().endsWith(".lock")).toList();
        }
    }

    private Path spoolDirectory() {
        return directory.resolve("spool");
    }

    private static List<HaltPoint> points(Predicate<HaltPoint> which) {
        return Arrays.stream(HaltPoint.values()).filter(which).toList();
    }

    /** @param point null for none */
    private void startWith(@Nullable HaltPoint point) {
        QuickStart api = QuickStart.ofApi();
        Program program = Program.main(
                HaltingOrdermill.class,
                List.of(api.jar(), Path.of("target/test-classes"), Path.of("../batch-core/target/test-classes")));
        Map<String, String> settings = new HashMap<>(NERVOUS);
        settings.put("ORDERMILL_UPLOAD_SPOOL_DIRECTORY", spoolDirectory().toString());
        process = start(
                program,
                settings,
                api.options(
                        "-D" + HaltingOrdermill.POINT + "=" + (point == null ? HaltPoint.BEFORE_CLAIM : point),
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
        awaitHalt(point);
        return imported;
    }

    private void awaitHalt(HaltPoint point) throws IOException {
        assertThat(process.awaitEnd()).as(point.name()).isEqualTo(HaltingDatabase.EXIT_CODE);
        Files.delete(HaltingDatabase.hold(directory));
        Files.delete(HaltingDatabase.go(directory));
    }
}
