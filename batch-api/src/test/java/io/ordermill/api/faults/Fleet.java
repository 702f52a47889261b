package io.ordermill.api.faults;

import static org.awaitility.Awaitility.await;

import io.ordermill.api.e2e.Caller;
import io.ordermill.api.e2e.OrdermillProcess;
import io.ordermill.api.e2e.Tenant;
import io.ordermill.core.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An API that takes no operations and any number of workers, each a process of its own, on one PostgreSQL. One for all tests
 * of the JVM; a test takes over the workers that the one before has left alive.
 */
final class Fleet {

    /** A worker is presumed dead after two seconds; nobody should run one so nervous. */
    static final Map<String, String> NERVOUS = Map.of(
            "ORDERMILL_WORKER_HEARTBEAT_INTERVAL", "500ms",
            "ORDERMILL_WORKER_MISSED_HEARTBEATS", "4",
            "ORDERMILL_WORKER_RETRY_DELAY", "200ms");

    static final Map<String, String> DEFAULTS = Map.of();

    private static final int COMPANIES_OF_A_CLIENT = 20;
    private static final Duration POLL = Duration.ofMillis(10);
    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private final TestDatabase database = TestDatabase.postgres();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final Journal journal = Journal.install(jdbc);
    private final AtomicInteger names = new AtomicInteger();
    private final List<Worker> workers = new CopyOnWriteArrayList<>();
    private final Queue<Tenant> tenants = new ArrayDeque<>();
    private final OrdermillProcess api;
    private final Caller admin;

    private Fleet() {
        Brake.install(jdbc);
        api = start("api", QuickStart.ofApi(), Map.of("ORDERMILL_WORKER_ENABLED", "false"));
        admin = Caller.withBasic(api.baseUrl(), "operator", OrdermillProcess.ADMIN_SECRET)
                .withToken();
    }

    private static final class Shared {
        private static final Fleet INSTANCE = new Fleet();
    }

    static Fleet shared() {
        return Shared.INSTANCE;
    }

    private OrdermillProcess start(String name, QuickStart program, Map<String, String> settings, String... options) {
        return start(name, program, database.url(), settings, options);
    }

    private OrdermillProcess start(
            String name, QuickStart program, String url, Map<String, String> settings, String... jvmOptions) {
        TestDatabase named = new TestDatabase(
                url + "?ApplicationName=" + name, database.user(), database.password(), database.pool());
        OrdermillProcess process =
                OrdermillProcess.onPostgres(program.jar(), named, settings, program.options(jvmOptions));
        Runtime.getRuntime().addShutdownHook(new Thread(process::kill));
        return process;
    }

    String databaseUrl() {
        return database.url();
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    Journal journal() {
        return journal;
    }

    synchronized Tenant newTenant() {
        if (tenants.isEmpty()) {
            tenants.addAll(Tenant.withSeedReferences(api.baseUrl(), admin, COMPANIES_OF_A_CLIENT));
        }
        Tenant tenant = tenants.remove();
        MixedFile.loadSeries(tenant, admin);
        return tenant;
    }

    HeldCompany hold(Tenant tenant) {
        return new HeldCompany(database.dataSource(), tenant.companyId());
    }

    /** Holds the imports of a company where they have come so far. */
    Brake brake(Tenant tenant, int processed) {
        return Brake.on(database.dataSource(), tenant.companyId(), processed);
    }

    private CompletableFuture<Worker> startWorker(Map<String, String> settings, String... jvmOptions) {
        return CompletableFuture.supplyAsync(() -> newWorker(database.url(), settings, jvmOptions));
    }

    private Worker newWorker(String url, Map<String, String> settings, String... jvmOptions) {
        String name = "worker-" + names.incrementAndGet();
        Worker worker = new Worker(name, start(name, QuickStart.ofWorker(), url, settings, jvmOptions));
        workers.add(worker);
        return worker;
    }

    /** One more worker, nervous, in an environment of its own. */
    Worker add(Map<String, String> environment) {
        Map<String, String> settings = new HashMap<>(NERVOUS);
        settings.putAll(environment);
        return newWorker(database.url(), settings);
    }

    /** One more worker, as it is by default, at the other end of a network. */
    Worker add(Network network) {
        return newWorker(network.jdbcUrl(), DEFAULTS);
    }

    /** Makes sure that two nervous workers are alive. */
    void staff() {
        staff(2);
    }

    /** Makes sure that so many nervous workers are alive. */
    void staff(int size) {
        staff(size, NERVOUS);
    }

    /** Replaces the dead: so many workers are alive afterwards. The settings are those of new ones. */
    void staff(int size, Map<String, String> settings, String... jvmOptions) {
        workers.removeIf(worker -> !worker.isAlive());
        IntStream.range(workers.size(), size)
                .mapToObj(missing -> startWorker(settings, jvmOptions))
                .toList()
                .forEach(CompletableFuture::join);
    }

    /** No workers, for a test that brings its own. */
    void dismiss() {
        workers.forEach(Worker::kill);
        workers.clear();
    }

    /** Those not replaced yet. */
    List<Worker> dead() {
        return workers.stream().filter(worker -> !worker.isAlive()).toList();
    }

    List<Worker> workers() {
        return workers.stream().filter(Worker::isAlive).toList();
    }

    /** Waits for a living worker to have the operation. */
    Worker holder(UUID operationId) {
        return holderUnlessEnded(operationId).orElseThrow();
    }

    Optional<Worker> holderUnlessEnded(UUID operationId) {
        await("a worker that has " + operationId)
                .atMost(DEADLINE)
                .pollInterval(POLL)
                .until(() -> findHolder(operationId).isPresent() || hasEnded(operationId));
        return hasEnded(operationId) ? Optional.empty() : findHolder(operationId);
    }

    private Optional<Worker> findHolder(UUID operationId) {
        return journal.taken(operationId).flatMap(taken -> workers().stream()
                .filter(worker -> worker.name().equals(taken.process()))
                .findFirst());
    }

    /** Waits for the next attempt. */
    Journal.Taken awaitTakenAfter(UUID operationId, int attempt) {
        return await("an attempt after " + attempt + " at " + operationId)
                .atMost(DEADLINE)
                .pollInterval(POLL)
                .until(
                        () -> journal.taken(operationId),
                        taken -> taken.isPresent() && taken.get().attempt() > attempt)
                .orElseThrow();
    }

    void awaitEndedOrTakenAfter(UUID operationId, int attempt) {
        await("the end of " + operationId + " or an attempt after " + attempt)
                .atMost(DEADLINE)
                .pollInterval(POLL)
                .until(() -> attempt(operationId) > attempt || hasEnded(operationId));
    }

    private boolean hasEnded(UUID operationId) {
        return jdbc.sql("select finished_at is not null from batch_operation where operation_id = ?")
                .param(operationId)
                .query(Boolean.class)
                .single();
    }

    void disconnect(Worker worker) {
        jdbc.sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = ?")
                .param(worker.name())
                .query((row, number) -> row.getBoolean(1))
                .list();
    }

    Instant startedAt(UUID operationId) {
        return jdbc.sql("select started_at from batch_operation where operation_id = ?")
                .param(operationId)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    int attempt(UUID operationId) {
        return jdbc.sql("select attempt from batch_operation where operation_id = ?")
                .param(operationId)
                .query(Integer.class)
                .single();
    }

    int processed(UUID operationId) {
        return jdbc.sql("select succeeded_items + failed_items from batch_operation where operation_id = ?")
                .param(operationId)
                .query(Integer.class)
                .single();
    }

    /** Every quantity in it becomes another one: each order there is still valid, and none is as it was sent. */
    void alterLastChunk(UUID operationId) {
        int altered = jdbc.sql("""
                        with altered as (
                          select upload_id, chunk_no,
                                 convert_to(replace(convert_from(content, 'UTF8'), '"quantity":', '"quantity":1'), 'UTF8') content
                          from upload_chunk join batch_operation using (upload_id)
                          where operation_id = ?
                          order by chunk_no desc limit 1
                        )
                        update upload_chunk chunk
                        set content = altered.content
                        from altered
                        where chunk.upload_id = altered.upload_id and chunk.chunk_no = altered.chunk_no
                          and chunk.content <> altered.content
                        """).param(operationId).update();
        if (altered != 1) {
            throw new IllegalStateException("nothing of " + operationId + " was altered");
        }
    }

    boolean isInTransaction(Worker worker) {
        return jdbc.sql("""
                        select count(*) from pg_stat_activity
                        where application_name = ? and state = 'idle in transaction' and backend_xid is not null
                        """).param(worker.name()).query(Integer.class).single() > 0;
    }

    void awaitWaitingForLock(Worker worker) {
        await(worker.name() + " waiting for a lock")
                .atMost(DEADLINE)
                .until(() ->
                        jdbc.sql("""
                                select count(*) from pg_stat_activity
                                where application_name = ? and wait_event_type = 'Lock'
                                """).param(worker.name()).query(Integer.class).single() > 0);
    }

    boolean isResting(Worker worker) {
        return jdbc.sql("select count(*) from pg_stat_activity where application_name = ? and state <> 'idle'")
                        .param(worker.name())
                        .query(Integer.class)
                        .single()
                == 0;
    }
}
