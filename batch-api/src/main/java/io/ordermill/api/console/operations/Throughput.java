package io.ordermill.api.console.operations;

import io.ordermill.core.operation.ProgressHistory;
import io.ordermill.core.operation.ProgressHistory.Sample;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a chart of an import's speed begins with. */
@Component
class Throughput {

    /** More, and they would be narrower than a line. */
    private static final int COLUMNS = 300;

    private final ProgressHistory history;

    Throughput(ProgressHistory history) {
        this.history = history;
    }

    /** Samples as milliseconds of the epoch and orders judged by then, such as {@code 1772366400000:200 1772366402000:1300}. */
    String text(UUID operationId) {
        List<Sample> samples = history.samples(operationId, COLUMNS);
        return samples.stream()
                .map(sample -> sample.at().toEpochMilli() + ":" + sample.judgedItems())
                .collect(Collectors.joining(" "));
    }
}
