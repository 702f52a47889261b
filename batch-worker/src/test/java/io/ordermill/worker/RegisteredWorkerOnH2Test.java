package io.ordermill.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordermill.core.testing.TestDatabase;
import io.ordermill.core.worker.Worker;
import io.ordermill.core.worker.WorkerRegister;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisteredWorkerOnH2Test extends RegisteredWorkerContract {

    @Override
    TestDatabase newDatabase() {
        return TestDatabase.h2();
    }

    @Test
    void forgetsTheKilledProcessThatHadTheEmbeddedFileBefore(@TempDir Path directory) {
        String url = "jdbc:h2:file:" + directory.resolve("ordermill")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
        try (TestDatabase file = TestDatabase.h2(url, "sa", "");
                TestWorker api = TestWorker.on(file, "ordermill.worker.enabled=false")) {
            WorkerRegister register = api.bean(WorkerRegister.class);
            register.heartbeat("killed", 2, Duration.ofSeconds(24));

            try (TestWorker next = TestWorker.on(file)) {
                assertThat(next.isClosing()).isFalse();
                await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(register.list())
                        .singleElement()
                        .extracting(Worker::name)
                        .isNotEqualTo("killed"));
            }
        }
    }
}
