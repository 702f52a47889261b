package io.ordermill.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A commit of H2 that is seen, but not yet written to the file. */
class DurableReadsTest {

    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final String COUNT = "select count(*) from page";

    private final HeldWrites file = new HeldWrites();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    private Path directory;

    private DataSource database;
    private DataSource durable;

    @BeforeEach
    void create() {
        FilePath.register(file);
        database = new DriverManagerDataSource("jdbc:h2:" + HeldWrites.SCHEME + ":" + directory.resolve("database")
                + ";WRITE_DELAY=0;DB_CLOSE_DELAY=-1");
        durable = new DurableReads(database);
        JdbcClient.create(database).sql("create table page(number int)").update();
    }

    @AfterEach
    void close() throws InterruptedException {
        file.release();
        // What comes after the file system is gone would be written to a directory of its name.
        threads.shutdown();
        assertThat(threads.awaitTermination(DEADLINE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        JdbcClient.create(database).sql("shutdown immediately").update();
        FilePath.unregister(file);
    }

    @Test
    void withoutItACommitIsSeenThatAKillWouldUndo() {
        CompletableFuture<Void> commit = commitHeldAtTheFile(database);

        await().atMost(DEADLINE).until(() -> count(database) == 1);
        assertThat(commit).isNotDone();
    }

    @Test
    void aReadReturnsOnlyWhenWhatItSawIsStored() {
        assertWaitsForTheFile(() -> count(durable));
    }

    @Test
    void aTransactionThatReadsEndsOnlyThenToo() {
        assertWaitsForTheFile(() -> inTransaction(durable).execute(status -> count(durable)));
    }

    private void assertWaitsForTheFile(Supplier<Integer> reading) {
        CompletableFuture<Void> commit = commitHeldAtTheFile(durable);
        await().atMost(DEADLINE).until(() -> count(database) == 1);
        FutureTask<Integer> read = new FutureTask<>(reading::get);
        Thread reader = new Thread(read, "reading");
        reader.start();
        await().atMost(DEADLINE).until(() -> read.isDone() || reader.getState() == Thread.State.WAITING);

        assertThat(read).isNotDone();
        file.release();

        assertThat(read).succeedsWithin(DEADLINE).isEqualTo(1);
        assertThat(commit).succeedsWithin(DEADLINE);
    }

    private CompletableFuture<Void> commitHeldAtTheFile(DataSource source) {
        file.hold();
        CompletableFuture<Void> commit = CompletableFuture.runAsync(
                () -> inTransaction(source).executeWithoutResult(status -> JdbcClient.create(source)
                        .sql("insert into page values (1)")
                        .update()),
                threads);
        file.awaitHeld();
        return commit;
    }

    private static TransactionTemplate inTransaction(DataSource source) {
        return new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    private static int count(DataSource source) {
        return JdbcClient.create(source).sql(COUNT).query(Integer.class).single();
    }
}
