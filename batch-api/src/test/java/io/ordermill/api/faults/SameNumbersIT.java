package io.ordermill.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.operation.OperationStatus;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several batches bring the same order numbers at once: each number is saved once, and the others' orders are told why not. */
class SameNumbersIT {

    private static final int ORDERS = 500;

    private final Fleet fleet = Fleet.shared();

    @ParameterizedTest
    @ValueSource(ints = {2, 8})
    void areSavedOnce(int batches) {
        fleet.staff();
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
                .allSatisfy(worker -> assertThat(worker.process().log()).doesNotContain("SQLException"));
    }
}
