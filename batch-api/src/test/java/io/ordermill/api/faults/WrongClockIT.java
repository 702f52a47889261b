package io.ordermill.api.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.ordermill.core.operation.OperationStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The clock of one of two workers is wrong by an hour: neither takes the other for dead, its times are those of the database,
 * and it goes on at once with what the other leaves behind. The clock is that of libfaketime, which the process is started
 * with.
 */
class WrongClockIT {

    private static final Duration DEADLINE = Duration.ofMinutes(1);
    private static final Duration SEVERAL_LOOKS_FOR_THE_DEAD = Duration.ofSeconds(6);
    private static final int ORDERS = 500;

    /** Presumed dead after ten seconds, for processes under libfaketime are slow. */
    private static final Map<String, String> CALM =
            Map.of("ORDERMILL_WORKER_HEARTBEAT_INTERVAL", "1s", "ORDERMILL_WORKER_MISSED_HEARTBEATS", "10");

    private final Fleet fleet = Fleet.shared();
    private final Random random = Faults.random(this);

    @BeforeAll
    static void needsLibfaketime() throws IOException {
        assumeThat(libraries()).as("libfaketime, which Debian has as faketime").isNotEmpty();
    }

    private static List<Path> libraries() throws IOException {
        try (Stream<Path> files =
                Files.find(Path.of("/usr/lib"), 3, (path, attributes) -> path.endsWith("libfaketimeMT.so.1"))) {
            return files.toList();
        }
    }

    @BeforeEach
    @AfterEach
    void noOtherWorkers() {
        fleet.dismiss();
    }

    static List<String> errors() {
        return Faults.any(List.of("+1h", "-1h"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void onlyTheDeadAreTakenForDead(String error) throws IOException {
        Map<String, String> wrongly = new HashMap<>(CALM);
        wrongly.put("LD_PRELOAD", libraries().get(0).toString());
        wrongly.put("FAKETIME", error);
        wrongly.put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
        // Without, the JVM's timed waits end at once under it, and the process is busy with nothing else.
        wrongly.put("FAKETIME_WAIT_MS", "10");
        Worker wrong = fleet.add(wrongly);
        Worker right = fleet.add(CALM);
        Instant begin = Instant.now();
        try (FleetScenario scenario = new FleetScenario(fleet)) {
            Brake brake = scenario.brake(1);
            List<WatchedImport> imports = Stream.of(0, 1, 2, 3)
                    .map(part -> scenario.submit(MixedFile.of(random.nextLong(), ORDERS, part)))
                    .toList();
            await("every import in its first page").atMost(DEADLINE).until(() -> imports.stream()
                    .allMatch(imported -> fleet.attempt(imported.operationId()) == 1));
            assertThat(imports.stream().map(imported -> fleet.holder(imported.operationId())))
                    .as("both have some")
                    .contains(wrong, right);

            await("nothing happening")
                    .during(SEVERAL_LOOKS_FOR_THE_DEAD)
                    .atMost(SEVERAL_LOOKS_FOR_THE_DEAD.multipliedBy(5))
                    .until(() -> imports.stream().allMatch(imported -> fleet.attempt(imported.operationId()) == 1));
            List<WatchedImport> orphans = imports.stream()
                    .filter(imported -> fleet.holder(imported.operationId()).equals(right))
                    .toList();
            right.kill();
            brake.close();

            assertThat(imports).allSatisfy(imported -> {
                assertThat(imported.awaitEnd().status()).isEqualTo(OperationStatus.COMPLETED);
                assertThat(fleet.startedAt(imported.operationId()))
                        .isBetween(begin.minusSeconds(60), Instant.now().plusSeconds(60));
            });
            assertThat(orphans).isNotEmpty().allSatisfy(imported -> assertThat(fleet.attempt(imported.operationId()))
                    .isEqualTo(2));
            scenario.assertNothingLost(orphans.size());
        }
    }
}
