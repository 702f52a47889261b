package io.ordermill.api.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.testing.Answer;
import io.ordermill.api.testing.AtOnce;
import io.ordermill.api.testing.Http;
import io.ordermill.api.testing.RunningApi;
import io.ordermill.api.testing.RunningApi.Tenant;
import io.ordermill.core.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many submissions at the same moment, to one or several processes on one database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConcurrentSubmissionsContract {

    private static final String PATH = "/v1/batch/sales-orders";
    private static final int LIMIT = 12;

    private final TestDatabase database;
    private final List<RunningApi> apis;
    private final JdbcClient jdbc;

    ConcurrentSubmissionsContract(TestDatabase database, int processes) {
        this.database = database;
        this.apis = IntStream.range(0, processes)
                .mapToObj(number -> RunningApi.start(
                        database,
                        "ordermill.queue.max-pending-per-company=" + LIMIT,
                        "ordermill.queue.max-pending=150"))
                .toList();
        this.jdbc = JdbcClient.create(database.dataSource());
    }

    @AfterAll
    void stop() {
        apis.forEach(RunningApi::close);
        database.close();
    }

    @Test
    void carriesOutFiftyEqualRequestsOnceAndAnswersAllAlike() {
        Tenant tenant = newTenant();
        byte[] body = ("[" + " ".repeat(1_500_000) + "]").getBytes(StandardCharsets.US_ASCII);

        List<Answer> answers = AtOnce.call(50, at(tenant, caller -> caller.with("Idempotency-Key", "k-1")
                .post(PATH, "application/json", body)
                .expect(201)));

        assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
        assertThat(answers.stream().map(answer -> answer.header("Location")).distinct())
                .hasSize(1);
        assertThat(answers.stream()
                        .filter(answer -> answer.header("Idempotency-Replayed").isEmpty()))
                .hasSize(1);
        assertThat(operationsOf(tenant)).isEqualTo(1);
    }

    @Test
    void letsInNotOneMoreThanMayBeOpen() {
        Tenant tenant = newTenant();

        List<Answer> answers = AtOnce.call(40, at(tenant, caller -> caller.post(PATH, "application/json", "[]")));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(LIMIT);
        assertThat(answers.stream().filter(answer -> answer.status() != 201)).allSatisfy(answer -> {
            assertThat(answer.problem(429, "QUEUE_FULL").get("detail").asString())
                    .contains(tenant.name(), String.valueOf(LIMIT));
            assertThat(answer.header("Retry-After")).isNotEmpty();
        });
        assertThat(operationsOf(tenant)).isEqualTo(LIMIT);
        assertThat(jdbc.sql("select count(*) from upload u where not exists (select 1 from batch_operation o"
                                + " where o.upload_id = u.upload_id)")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void answersARequestSentAgainWhileTheQueueIsFull() {
        Tenant tenant = newTenant();
        Http first = caller(tenant, 0).with("Idempotency-Key", "first");
        String location = first.post(PATH, "application/json", "[]").expect(201).header("Location");
        for (int open = 1; open < LIMIT; open++) {
            caller(tenant, open).post(PATH, "application/json", "[]").expect(201);
        }

        caller(tenant, 0).post(PATH, "application/json", "[]").problem(429, "QUEUE_FULL");
        caller(tenant, 0)
                .with("Idempotency-Key", "second")
                .post(PATH, "application/json", "[]")
                .problem(429, "QUEUE_FULL");
        Answer again = first.post(PATH, "application/json", "[]").expect(201);

        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(location);
    }

    private Tenant newTenant() {
        return apis.get(0).newTenant();
    }

    private int operationsOf(Tenant tenant) {
        return jdbc.sql("select count(*) from batch_operation where company_id = ?")
                .param(tenant.name())
                .query(Integer.class)
                .single();
    }

    private IntFunction<Answer> at(Tenant tenant, Function<Http, Answer> call) {
        return number -> call.apply(caller(tenant, number));
    }

    /** Every process is called by the same name, as behind a proxy. */
    private Http caller(Tenant tenant, int number) {
        return tenant.at(apis.get(number % apis.size())).with("X-Forwarded-Host", "orders.example.com");
    }
}
