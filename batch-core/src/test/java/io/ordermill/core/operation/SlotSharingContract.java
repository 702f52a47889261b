package io.ordermill.core.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.testing.StoreContract;
import io.ordermill.core.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

abstract class SlotSharingContract extends StoreContract {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final long SMALL = 1_000;
    private static final long LARGE = DataSize.ofMegabytes(100).toBytes();

    private final TestOperations operations = new TestOperations(jdbc, transactions);
    private final SlotSharing sharing = new JdbcSlotSharing(jdbc, Clock.fixed(NOW, ZoneOffset.UTC));
    private final String company = newCompany();
    private final String other = newCompany();

    SlotSharingContract(TestDatabase database) {
        super(database);
    }

    @AfterEach
    void forgetTasks() {
        jdbc.sql("delete from scheduled_tasks").update();
    }

    @Test
    void letsACompanyPassThatHasFewerRunning() {
        UUID running = running(company, LARGE, -10);
        running(company, LARGE, -20);
        UUID own = waiting(company, LARGE, -30);
        UUID theirs = waiting(other, LARGE, -40);

        assertThat(sharing.letPass(running)).isTrue();
        assertThat(queue()).containsExactly(theirs, own);
    }

    @Test
    void putsItBeforeTheOneThatGaveWay() {
        UUID running = running(company, LARGE, -10);
        UUID theirs = waiting(other, LARGE, -40);

        sharing.letPass(running);

        assertThat(place(theirs)).isGreaterThan(place(running));
    }

    @Test
    void letsNobodyPassOfACompanyThatHasAsMany() {
        UUID running = running(company, SMALL, -10);
        running(other, SMALL, -20);
        waiting(other, SMALL, -30);
        waiting(company, SMALL, -40);

        assertThat(sharing.letPass(running)).isFalse();
    }

    @Test
    void letsASmallerFilePass() {
        UUID running = running(company, LARGE, -10);
        waiting(company, LARGE, -20);
        UUID small = waiting(company, SMALL, -30);

        assertThat(sharing.letPass(running)).isTrue();
        assertThat(queue().get(0)).isEqualTo(small);
    }

    @Test
    void letsNoSmallFilePassOfACompanyThatHasMore() {
        UUID running = running(company, LARGE, -10);
        running(other, SMALL, -20);
        running(other, SMALL, -20);
        waiting(other, SMALL, -30);

        assertThat(sharing.letPass(running)).isFalse();
    }

    @Test
    void letsTheCompanyWithTheFewestPassAndOfThoseWhoHasWaitedLongest() {
        String third = newCompany();
        UUID running = running(company, SMALL, -10);
        running(company, SMALL, -10);
        running(other, SMALL, -10);
        waiting(other, SMALL, -20);
        waiting(third, SMALL, -40);
        UUID earlier = waiting(third, SMALL, -30);

        assertThat(sharing.letPass(running)).isTrue();
        assertThat(queue().get(0)).isEqualTo(earlier);
    }

    @Test
    void leavesAloneWhatIsNotDueYet() {
        UUID running = running(company, LARGE, -10);
        queued(other, SMALL, -20, false, NOW.plusSeconds(1));

        assertThat(sharing.letPass(running)).isFalse();
    }

    @Test
    void isNoConcernOfAnOperationThatDoesNotRun() {
        UUID notRunning = waiting(company, LARGE, -10);
        waiting(other, SMALL, -20);

        assertThat(sharing.letPass(notRunning)).isFalse();
    }

    private UUID running(String companyId, long size, int place) {
        return queued(companyId, size, place, true, NOW);
    }

    private UUID waiting(String companyId, long size, int place) {
        return queued(companyId, size, place, false, NOW);
    }

    private UUID queued(String companyId, long size, int place, boolean isPicked, Instant due) {
        UUID operationId = operations.pending(companyId, size).operationId();
        OffsetDateTime dueAt = due.atOffset(ZoneOffset.UTC);
        jdbc.sql("""
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, priority, version)
            values (?, ?, ?, ?, ?, 1)""")
                .params(OperationQueue.TASK_NAME, operationId.toString(), dueAt, isPicked, place)
                .update();
        return operationId;
    }

    /** As workers take them. */
    private List<UUID> queue() {
        return jdbc.sql("select task_instance from scheduled_tasks where picked = false order by priority desc")
                .query((row, number) -> UUID.fromString(row.getString(1)))
                .list();
    }

    private int place(UUID operationId) {
        return jdbc.sql("select priority from scheduled_tasks where task_instance = ?")
                .param(operationId.toString())
                .query(Integer.class)
                .single();
    }
}
