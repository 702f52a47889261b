package io.ordermill.api.faults;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ordermill.api.e2e.Caller;
import io.ordermill.api.e2e.OrdermillProcess;
import io.ordermill.api.e2e.OrdermillProcess.Program;
import io.ordermill.api.e2e.Tenant;
import io.ordermill.core.operation.OperationStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * kill -9 while an import stands at each {@link HaltPoint}: the next start goes on with all of them. The same with
 * submissions: their callers have no answer, and either nothing is left of what they sent or an import that ends; sent again
 * with its {@code Idempotency-Key} it is imported once.
 */
abstract class HaltPoints {

    private static final List<HaltPoint> OF_SUBMISSIONS = points(HaltPoint::isInSubmission);
    private static final List<HaltPoint> OF_IMPORTS = points(point -> !point.isInSubmission() && !point.isInCancel());
    private static final List<HaltPoint> OF_CANCELLED_IMPORTS = points(HaltPoint::isInCancel);

    /** So that half a file is seen to have arrived, and what is stored is not begun. */
    private static final Map<String, String> WITHOUT_WORKER =
            Map.of("ORDERMILL_WORKER_ENABLED", "false", "ORDERMILL_UPLOAD_MEMORY_THRESHOLD", "0B");

    private static final int CONNECTIONS_OF_AN_IMPORT = 3;
    private static final int OTHER_CONNECTIONS = 16;
    private static final String QUERY = "?skipWorkflow=true";
    private static final int ORDERS_OF_FOUR_PAGES = 350;
    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private final Random random = Faults.random(this);

    @TempDir
    private Path directory;

    private @Nullable OrdermillProcess process;
    private @Nullable Caller client;

    abstract OrdermillProcess process(Program program, Map<String, String> settings, String... jvmOptions);

    abstract Caller admin(OrdermillProcess process);

    abstract JdbcClient databaseOf(OrdermillProcess process);

    private static List<HaltPoint> points(Predicate<HaltPoint> which) {
        return Arrays.stream(HaltPoint.values()).filter(which).toList();
    }

    @AfterEach
    void stop() {
        if (process != null) {
            process.kill();
        }
    }

    @Test
    void importsLoseNothing() {
        for (int round = 0; round < Faults.times(1); round++) {
            List<HaltPoint> points = joined(OF_IMPORTS, OF_CANCELLED_IMPORTS);
            startHalting(points, workerFor(points));
            List<Tenant> companies = newCompanies(points.size());
            List<WatchedImport> completed = companies.subList(0, OF_IMPORTS.size()).stream()
                    .map(this::submit)
                    .toList();
            awaitHalted(OF_IMPORTS);
            // Not before: whoever is first at the points that are left is cancelled.
            List<WatchedImport> cancelled = companies.subList(OF_IMPORTS.size(), points.size()).stream()
                    .map(this::submit)
                    .toList();
            awaitHalted(points);

            startAgain();
            List<Evidence> imports =
                    joined(ends(completed, OperationStatus.COMPLETED), ends(cancelled, OperationStatus.CANCELLED));
            assertThat(new InvariantChecker(databaseOf(process), null).violations(imports, 1))
                    .isEmpty();
        }
    }

    /** At each point, and in the middle of an upload: without keys, and with them. */
    @Test
    void submissionsAreAcceptedOnceOrLeaveNothing() throws IOException {
        for (int round = 0; round < Faults.times(1); round++) {
            startHalting(OF_SUBMISSIONS, WITHOUT_WORKER);
            newCompanies(1);
            List<BrokenSubmission> withoutKeys = breakOff(0, point -> null);
            startHalting(OF_SUBMISSIONS, WITHOUT_WORKER);
            List<BrokenSubmission> withKeys = breakOff(withoutKeys.size(), point -> "night-" + point);

            startAgain();
            Set<UUID> stored = operations();
            assertThat(stored).as("of each kind the one that was not answered").hasSize(2);
            Map<UUID, MixedFile> imports = sendAgain(withKeys, stored);
            stored.removeAll(imports.keySet());
            imports.put(
                    single(stored),
                    single(withoutKeys.stream()
                                    .filter(BrokenSubmission::isStored)
                                    .toList())
                            .file());
            assertThat(operations()).isEqualTo(imports.keySet());
            assertThat(spooled()).isEmpty();
            List<Evidence> evidence = ends(
                    imports.entrySet().stream()
                            .map(entry -> WatchedImport.of(() -> client, entry.getValue(), entry.getKey()))
                            .toList(),
                    OperationStatus.COMPLETED);
            assertThat(new InvariantChecker(databaseOf(process), null).violations(evidence, 0))
                    .isEmpty();
        }
    }

    private static <T> T single(Collection<T> one) {
        assertThat(one).hasSize(1);
        return one.iterator().next();
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private WatchedImport submit(Tenant company) {
        MixedFile file = MixedFile.of(random.nextLong(), ORDERS_OF_FOUR_PAGES);
        return WatchedImport.of(
                () -> client,
                file,
                UUID.fromString(client.in(company.companyId()).accepted(file.bytes(), QUERY)));
    }

    private static List<Evidence> ends(List<WatchedImport> imports, OperationStatus status) {
        return imports.stream()
                .map(imported -> {
                    try (imported) {
                        assertThat(imported.awaitEnd().status()).isEqualTo(status);
                        return imported.evidence();
                    }
                })
                .toList();
    }

    /** Kills the process when every submission has come where it should. */
    private List<BrokenSubmission> breakOff(int part, Function<@Nullable HaltPoint, @Nullable String> key)
            throws IOException {
        List<BrokenSubmission> submissions = new ArrayList<>();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (HaltPoint point : joined(Collections.singletonList(null), OF_SUBMISSIONS)) {
            MixedFile file = MixedFile.of(random.nextLong(), ORDERS_OF_FOUR_PAGES, part + submissions.size());
            BrokenSubmission submission = new BrokenSubmission(point, key.apply(point), file);
            submissions.add(submission);
            answers.add(submission.send(client, QUERY));
            if (point == null) {
                await("half a file").atMost(DEADLINE).until(() -> !spooled().isEmpty());
            } else {
                awaitHalted(OF_SUBMISSIONS.subList(0, submissions.size() - 1));
            }
        }
        process.kill();
        submissions.forEach(submission -> submission.line().countDown());
        assertThat(answers)
                .allSatisfy(answer -> assertThatThrownBy(answer::join).hasCauseInstanceOf(UncheckedIOException.class));
        return submissions;
    }

    /** They are given what was stored, and otherwise new operations. */
    private Map<UUID, MixedFile> sendAgain(List<BrokenSubmission> submissions, Set<UUID> stored) {
        Map<UUID, MixedFile> imports = new HashMap<>();
        for (BrokenSubmission submission : submissions) {
            UUID operationId = UUID.fromString(client.accepted(submission.file().bytes(), QUERY, submission.key()));
            assertThat(stored.contains(operationId)).as(submission.key()).isEqualTo(submission.isStored());
            imports.put(operationId, submission.file());
        }
        return imports;
    }

    private Set<UUID> operations() {
        return Caller.json(client.get("/v1/batch-operations"))
                .get("items")
                .valueStream()
                .map(operation ->
                        UUID.fromString(operation.get("batchRequestId").asString()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private List<Path> spooled() throws IOException {
        try (Stream<Path> files = Files.list(spoolDirectory())) {
            return files.filter(file -> !file.toString().endsWith(".lock")).toList();
        }
    }

    private Path spoolDirectory() {
        return directory.resolve("spool");
    }

    private List<Tenant> newCompanies(int number) {
        Caller admin = admin(process).withToken();
        List<Tenant> companies = Tenant.withSeedReferences(process.baseUrl(), admin, number);
        companies.forEach(company -> MixedFile.loadSeries(company, admin));
        client = companies.get(0).caller();
        return companies;
    }

    /** Settings that let as many imports run at a time as there are points, and stand still in their transactions. */
    private static Map<String, String> workerFor(List<HaltPoint> points) {
        String imports = Integer.toString(points.size());
        int connections = CONNECTIONS_OF_AN_IMPORT * points.size() + OTHER_CONNECTIONS;
        return Map.of(
                "ORDERMILL_WORKER_CONCURRENCY",
                imports,
                "ORDERMILL_WORKER_HEARTBEAT_INTERVAL",
                "500ms",
                "ORDERMILL_WORKER_MISSED_HEARTBEATS",
                "240",
                "ORDERMILL_NUMBERING_CONNECTIONS",
                imports,
                "SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE",
                Integer.toString(connections),
                "SPRING_DATASOURCE_HIKARI_MINIMUM_IDLE",
                "1");
    }

    private void startHalting(List<HaltPoint> points, Map<String, String> settings) {
        List<Path> classes = List.of(
                QuickStart.ofApi().jar(), Path.of("target/test-classes"), Path.of("../batch-core/target/test-classes"));
        String names = points.stream().map(HaltPoint::name).collect(joining(","));
        start(Program.main(HaltingOrdermill.class, classes), settings, "-D" + HaltingOrdermill.POINTS + "=" + names);
    }

    /** As it is. It presumes after two seconds that the one before is dead. */
    private void startAgain() {
        Map<String, String> settings = new HashMap<>(Fleet.NERVOUS);
        settings.put("ORDERMILL_WORKER_CONCURRENCY", "4");
        start(Program.jar(QuickStart.ofApi().jar()), settings);
    }

    private void start(Program program, Map<String, String> settings, String... options) {
        stop();
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("ORDERMILL_UPLOAD_SPOOL_DIRECTORY", spoolDirectory().toString());
        process = process(program, environment, QuickStart.ofApi().options(options));
        if (client != null) {
            client = client.at(process.baseUrl());
        }
    }

    private void awaitHalted(List<HaltPoint> points) {
        await("work at every point").atMost(DEADLINE).untilAsserted(() -> assertThat(halted())
                .containsExactlyInAnyOrderElementsOf(points));
    }

    private List<HaltPoint> halted() {
        return process.log()
                .lines()
                .filter(line -> line.startsWith(HaltingDatabase.HALTED))
                .map(line -> HaltPoint.valueOf(line.substring(HaltingDatabase.HALTED.length())))
                .toList();
    }
}
