package io.ordermill.api.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordermill.api.e2e.Caller;
import io.ordermill.api.e2e.Tenant;
import io.ordermill.core.operation.OperationStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thousand small files of ten companies on three workers, one of which is killed now and then. */
@Tag("long")
class ManySmallOperationsIT {

    private static final Logger LOG = LoggerFactory.getLogger(ManySmallOperationsIT.class);

    private static final int WORKERS = 3;
    private static final int COMPANIES = 10;
    private static final int OF_EACH_COMPANY = 100;
    private static final int ORDERS = 10;
    private static final int KILLS = 5;
    private static final int MOST_OVERTAKING = COMPANIES * OF_EACH_COMPANY / 10;
    private static final Duration DEADLINE = Duration.ofMinutes(10);

    private final Fleet fleet = Fleet.shared();
    private final Random random = Faults.random(this);

    private record Submitted(Tenant tenant, MixedFile file, UUID operationId) {}

    @AfterEach
    void dismiss() {
        fleet.dismiss();
    }

    @Test
    void areEachDoneOnceAndNoneStarves() {
        List<Tenant> companies =
                Stream.generate(fleet::newTenant).limit(COMPANIES).toList();
        fleet.staff(WORKERS);
        List<Submitted> all = submitInTurn(companies);
        for (int kill = 1; kill <= KILLS; kill++) {
            awaitEnded(all, kill * all.size() / (KILLS + 1));
            fleet.workers().get(random.nextInt(WORKERS)).kill();
            fleet.staff(WORKERS);
        }
        awaitEnded(all, all.size());
        awaitEmptyQueue(all);

        List<Evidence> evidence =
                all.stream().map(ManySmallOperationsIT::evidence).toList();
        assertThat(evidence).allMatch(end -> end.sightings().get(0).status() == OperationStatus.COMPLETED);
        assertThat(new InvariantChecker(fleet.jdbc(), fleet.journal()).violations(evidence, KILLS))
                .isEmpty();
        int overtaking = mostOvertaking(all);
        LOG.info("no operation was overtaken by more than {} that came later", overtaking);
        assertThat(overtaking).isLessThan(MOST_OVERTAKING);
    }

    private List<Submitted> submitInTurn(List<Tenant> companies) {
        List<Submitted> all = new ArrayList<>();
        for (int number = 0; number < OF_EACH_COMPANY; number++) {
            for (Tenant tenant : companies) {
                MixedFile file = MixedFile.of(random.nextLong(), ORDERS, number);
                all.add(new Submitted(
                        tenant, file, UUID.fromString(tenant.caller().accepted(file.bytes(), ""))));
            }
        }
        return all;
    }

    private void awaitEnded(List<Submitted> all, int count) {
        await("the end of " + count + " operations")
                .atMost(DEADLINE)
                .until(() -> count(
                                "select count(*) from batch_operation where finished_at is not null"
                                        + " and operation_id in (:ids)",
                                ids(all))
                        >= count);
    }

    private void awaitEmptyQueue(List<Submitted> all) {
        List<String> ids = ids(all).stream().map(UUID::toString).toList();
        await("an empty queue")
                .atMost(DEADLINE)
                .until(() -> count("select count(*) from scheduled_tasks where task_instance in (:ids)", ids) == 0);
    }

    /** How many operations that came later were begun before the one that was treated worst. */
    private int mostOvertaking(List<Submitted> all) {
        return count("""
                select max(overtaking) from (
                    select count(*) as overtaking
                    from batch_operation earlier join batch_operation later
                      on later.submitted_at > earlier.submitted_at and later.started_at < earlier.started_at
                    where earlier.operation_id in (:ids) and later.operation_id in (:ids)
                    group by earlier.operation_id union all select 0) overtaken
                """, ids(all));
    }

    private int count(String sql, List<?> ids) {
        return fleet.jdbc().sql(sql).param("ids", ids).query(Integer.class).single();
    }

    private static List<UUID> ids(List<Submitted> all) {
        return all.stream().map(Submitted::operationId).toList();
    }

    private static Evidence evidence(Submitted submitted) {
        Caller caller = submitted.tenant().caller();
        String operation = "/v1/batch-operations/" + submitted.operationId();
        Listing results = Listing.of(
                Caller.json(caller.get(operation + "/results?type=success")),
                Caller.json(caller.get(operation + "/results?type=failed")));
        Sighting end = Sighting.of(Caller.json(caller.get(operation + "/status")));
        return new Evidence(submitted.operationId(), submitted.file().items(), List.of(end), results, false);
    }
}
