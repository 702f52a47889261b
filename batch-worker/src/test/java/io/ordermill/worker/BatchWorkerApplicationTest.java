package io.ordermill.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;

class BatchWorkerApplicationTest {

    @Test
    void refusesToStartWithoutADatabaseAndSaysWhatToSet() {
        assertThatThrownBy(() -> BatchWorkerApplication.application().run())
                .isInstanceOf(MissingDatabaseException.class);

        FailureAnalysis analysis = new MissingDatabaseFailureAnalyzer().analyze(new MissingDatabaseException());
        assertThat(analysis.getAction()).contains("SPRING_DATASOURCE_URL");
    }
}
