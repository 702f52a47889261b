package io.ordermill.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordermill.core.operation.OperationStatus;
import io.ordermill.core.operation.QueueWatch;
import io.ordermill.core.testing.GeneratedOrders;
import io.ordermill.core.testing.TestDatabase;
import io.ordermill.core.worker.Worker;
import io.ordermill.core.worker.WorkerRegister;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** A worker shows itself from its start to its end, whatever it has to do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RegisteredWorkerContract {

    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final String OFTEN = "ordermill.worker.heartbeat-interval=100ms";

    private TestDatabase database;
    private TestWorker api;
    private WorkerRegister register;

    abstract TestDatabase newDatabase();

    @BeforeAll
    void startApi() {
        database = newDatabase();
        api = TestWorker.on(database, "ordermill.worker.enabled=false");
        register = api.bean(WorkerRegister.class);
    }

    @AfterAll
    void stopApi() {
        api.close();
        database.close();
    }

    @Test
    void isRegisteredWhileItRunsAlsoWithNothingToDo() {
        try (TestWorker worker = TestWorker.on(
                database, OFTEN, "ordermill.worker.concurrency=3", "ordermill.worker.missed-heartbeats=5")) {
            assertThat(worker.isClosing()).isFalse();
            Worker first = onlyWorker();
            assertThat(first.slots()).isEqualTo(3);
            assertThat(first.deathLimit()).isEqualTo(Duration.ofMillis(500));

            Instant heardOf = first.lastHeartbeat();
            await().atMost(DEADLINE).until(() -> onlyWorker().lastHeartbeat().isAfter(heardOf));
            assertThat(onlyWorker().since()).isEqualTo(first.since());
        }
        assertThat(register.list()).isEmpty();
    }

    @Test
    void signsWhatItTakesAsItIsRegisteredAndStaysUntilThatIsHandedBack() {
        CountDownLatch inPage = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        TestWorker worker = TestWorker.on(
                database,
                page -> {
                    inPage.countDown();
                    Waiting.at(goOn);
                },
                OFTEN,
                // The page shall not be taken for that of a frozen worker.
                "ordermill.worker.missed-heartbeats=600");
        TestCompany company = TestCompany.in(api);
        company.submit(GeneratedOrders.simple(1, 1));
        Waiting.at(inPage);
        assertThat(api.bean(QueueWatch.class).held())
                .extracting(QueueWatch.Held::worker)
                .containsExactly(onlyWorker().name());

        Thread closing = new Thread(worker::close);
        closing.start();
        await().atMost(DEADLINE).until(worker::isClosing);
        Instant told = onlyWorker().lastHeartbeat();
        await().atMost(DEADLINE).until(() -> onlyWorker().lastHeartbeat().isAfter(told));

        goOn.countDown();
        await().atMost(DEADLINE).until(() -> register.list().isEmpty());
        await().atMost(DEADLINE).until(() -> !closing.isAlive());
    }

    @Test
    void worksAlsoWhereTheRegisterFails() {
        BeanPostProcessor failing = new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof WorkerRegister ? new FailingRegister() : bean;
            }
        };
        try (TestWorker worker = TestWorker.on(database, failing, OFTEN)) {
            TestCompany company = TestCompany.in(worker);
            assertThat(company.imported(GeneratedOrders.simple(150, 1)).status())
                    .isEqualTo(OperationStatus.COMPLETED);
        }
        assertThat(register.list()).isEmpty();
    }

    private Worker onlyWorker() {
        await().atMost(DEADLINE).until(() -> register.list().size() == 1);
        return register.list().get(0);
    }

    private static final class FailingRegister implements WorkerRegister {

        @Override
        public void heartbeat(String name, int slots, Duration deathLimit) {
            throw new IllegalStateException("no register");
        }

        @Override
        public void remove(String name) {
            throw new IllegalStateException("no register");
        }

        @Override
        public void removeAllBut(String name) {
            throw new IllegalStateException("no register");
        }

        @Override
        public List<Worker> list() {
            return List.of();
        }
    }
}
