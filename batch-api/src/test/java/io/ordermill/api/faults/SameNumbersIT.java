package io.ordermill.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.operation.OperationStatus;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several batches bring the same order numbers at once: each number is saved once, and the others' orders are told why not. */
@TestInstance(Lifecycle.PER_CLASS)
class SameNumbersIT {

    private static final int ORDERS = 500;

    private final Fleet fleet = Fleet.shared();

    @BeforeAll
    @AfterAll
    void noOtherWorkers() {
        fleet.dismiss();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8})
    void areSavedOnce(int batches) {
        // Nervous ones take each other for frozen where eight imports begin at once on two processors, and say so.
        fleet.staff(2, Fleet.DEFAULTS);
        MixedFile file = MixedFile.contested(ORDERS);
        try (FleetScenario scenario = new FleetScenario(fleet)) {
            List<WatchedImport> imports =
                    Stream.generate(() -> scenario.submit(file)).limit(batches).toList();

            List<Sighting> ends = imports.stream().map(WatchedImport::awaitEnd).toList();

            assertThat(ends).allSatisfy(end -> assertThat(end.status()).isEqualTo(OperationStatus.COMPLETED));
            assertThat(ends.stream().mapToInt(Sighting::succeeded).sum()).isEqualTo(ORDERS);
            scenario.assertNothingLost(0);
        }
        assertThat(fleet.workers())
                .allSatisfy(worker -> assertThat(worker.process().log()).doesNotContain("ERROR"));
    }
}
