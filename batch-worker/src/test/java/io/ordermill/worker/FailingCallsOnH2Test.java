package io.ordermill.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationStatus;
import io.ordermill.core.operation.Progress;
import io.ordermill.core.testing.GeneratedOrders;
import io.ordermill.core.testing.TestDatabase;
import io.ordermill.worker.FailingCall.Way;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each single call of an import to the database fails once, in each way. Nothing is saved twice, nothing is left out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailingCallsOnH2Test {

    private static final int REFUSED = 20;
    private static final int VALID = 105;
    private static final byte[] FILE = refusedThenValid();

    /** Far fewer than an import makes, more than it could make if its statements were not seen. */
    private static final int CALLS_AT_LEAST = 30;

    private final TestDatabase database = TestDatabase.h2();
    private final FailingCall call = new FailingCall();
    private TestWorker api;
    private TestWorker worker;

    @BeforeAll
    void start() {
        api = TestWorker.on(database, "ordermill.worker.enabled=false");
        worker = TestWorker.on(
                database,
                call,
                "ordermill.worker.heartbeat-interval=100ms",
                "ordermill.worker.missed-heartbeats=4",
                // So that no call is one of the notifications'.
                "ordermill.webhook.polling-interval=1h");
    }

    @AfterAll
    void stop() {
        worker.close();
        api.close();
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void costNothingButAnotherAttempt(Way way) {
        int number = 1;
        while (importWithFailingCall(way, number)) {
            number++;
        }
        assertThat(number).isGreaterThan(CALLS_AT_LEAST);
    }

    /** Tells whether the call was reached. */
    private boolean importWithFailingCall(Way way, int number) {
        TestCompany company = TestCompany.in(api);
        call.arm(way, number);
        UUID operationId = company.submit(FILE);
        Operation ended = company.awaitEnd(operationId);
        boolean reached = call.disarm();

        String description = "%s call %d".formatted(way, number);
        assertThat(ended.status()).as(description).isEqualTo(OperationStatus.COMPLETED);
        assertThat(ended.progress())
                .as(description)
                .isEqualTo(new Progress(REFUSED + VALID, VALID, REFUSED, 4L * VALID));
        assertThat(company.savedOrders())
                .as(description)
                .isEqualTo(IntStream.range(0, VALID)
                        .mapToObj(index -> "G-" + index)
                        .toList());
        assertThat(company.failures(operationId)).as(description).hasSize(REFUSED);
        assertThat(rows(company, "sales_order_line")).as(description).isEqualTo(VALID);
        assertThat(rows(company, "gl_posting")).as(description).isEqualTo(2 * VALID);
        assertThat(BatchTables.running(company.jdbc())).as(description).isZero();
        return reached;
    }

    private static int rows(TestCompany company, String table) {
        return company.jdbc()
                .sql("select count(*) from " + table
                        + " where order_id in (select order_id from sales_order where company_id = ?)")
                .param(company.id())
                .query(Integer.class)
                .single();
    }

    private static byte[] refusedThenValid() {
        String valid = new String(GeneratedOrders.simple(VALID, 1), UTF_8);
        return ("[" + "{},".repeat(REFUSED) + valid.strip().substring(1)).getBytes(UTF_8);
    }
}
