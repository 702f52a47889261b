package io.ordermill.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class BatchWorkerApplicationTest {

    @Test
    void refusesToStartWithoutADatabaseAndSaysWhatToSet() {
        assertThatThrownBy(() -> BatchWorkerApplication.application().run())
                .isInstanceOf(MissingDatabaseException.class);

        FailureAnalysis analysis = new MissingDatabaseFailureAnalyzer().analyze(new MissingDatabaseException());
        assertThat(analysis.getAction()).contains("SPRING_DATASOURCE_URL");
    }

    @Test
    void refusesToStartWhereTheDatabaseCannotBeOpenedAndSaysWhatToLookAt(@TempDir Path directory, CapturedOutput output)
            throws IOException {
        Path file = Files.createFile(directory.resolve("no-directory"));

        assertThatThrownBy(() -> BatchWorkerApplication.application()
                        .run("--spring.datasource.url=jdbc:h2:file:" + file.resolve("orders")))
                .hasRootCauseInstanceOf(IOException.class);

        assertThat(output).contains("The database cannot be opened", "no-directory", "ordermill.data-dir");
    }
}
