package io.ordermill.api.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordermill.api.testing.Http;
import io.ordermill.api.testing.OpenRequest;
import io.ordermill.api.testing.RunningApi;
import io.ordermill.core.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Callers that go away in the middle, and callers that drip. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlowCallersTest {

    private static final String PATH = "/v1/batch/sales-orders";

    private final TestDatabase database = TestDatabase.h2();
    private final ScheduledExecutorService dripping = Executors.newSingleThreadScheduledExecutor();
    private RunningApi api;
    private RunningApi.Tenant tenant;

    @TempDir
    private static Path spool;

    @BeforeAll
    void start() {
        api = RunningApi.start(
                database,
                "ordermill.upload.spool-directory=" + spool,
                "ordermill.upload.memory-threshold=0B",
                "ordermill.upload.min-rate=1KB",
                "ordermill.upload.min-rate-over=1s");
        tenant = api.newTenant();
    }

    @AfterAll
    void stop() {
        dripping.shutdownNow();
        api.close();
        database.close();
    }

    @Test
    void leavesNothingBehindOfACallerThatGoesAway() {
        int before = rows("upload");
        List<OpenRequest> requests = open(20, tenant.name(), tenant.secret());
        requests.forEach(request -> request.send("x".repeat(50_000)));
        await().untilAsserted(() -> assertThat(spooled()).isEqualTo(20));

        requests.forEach(OpenRequest::close);

        await().untilAsserted(() -> assertThat(spooled()).isZero());
        await().untilAsserted(() -> assertThat(busyThreads()).isZero());
        assertThat(rows("upload")).isEqualTo(before);
        assertThat(rows("batch_operation")).isEqualTo(before);
    }

    @Test
    void endsUploadsThatDripAndTakesOthersMeanwhile() {
        List<OpenRequest> requests = open(50, tenant.name(), tenant.secret());
        await().untilAsserted(() -> assertThat(busyThreads()).isEqualTo(50));
        Future<?> drip = drip(requests);
        Http caller = tenant.at(api);

        for (int number = 0; number < 5; number++) {
            caller.post(PATH, "application/json", "[]").expect(201);
        }

        requests.forEach(request -> request.answer().problem(408, "REQUEST_TIMEOUT"));
        await().untilAsserted(() -> assertThat(busyThreads()).isZero());
        await().untilAsserted(() -> assertThat(spooled()).isZero());
        drip.cancel(false);
    }

    @Test
    void doesNotListenForeverToTheRestOfWhatItHasRefused() {
        List<OpenRequest> requests = open(5, "nobody", "wrong");
        Future<?> drip = drip(requests);

        requests.forEach(request -> request.answer().problem(401, "UNAUTHORIZED"));
        await().untilAsserted(() -> assertThat(busyThreads()).isZero());
        drip.cancel(false);
    }

    private List<OpenRequest> open(int number, String clientId, String secret) {
        return IntStream.range(0, number)
                .mapToObj(any -> OpenRequest.post(
                        api.anonymous().baseUrl() + PATH, clientId, secret, "application/gzip", 1_000_000))
                .toList();
    }

    private Future<?> drip(List<OpenRequest> requests) {
        return dripping.scheduleAtFixedRate(
                () -> requests.forEach(request -> request.trySend("x")), 0, 50, TimeUnit.MILLISECONDS);
    }

    private long spooled() throws IOException {
        try (Stream<Path> files = Files.list(spool)) {
            return files.filter(file -> file.toString().endsWith(".upload")).count();
        }
    }

    private int busyThreads() {
        return ((ThreadPoolExecutor)
                        api.tomcat().getConnector().getProtocolHandler().getExecutor())
                .getActiveCount();
    }

    private int rows(String table) {
        return JdbcClient.create(database.dataSource())
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }
}
