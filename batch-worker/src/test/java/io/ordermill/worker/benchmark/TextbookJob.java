package io.ordermill.worker.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.testing.TestDatabase;
import io.ordermill.worker.TestCompany;
import io.ordermill.worker.TestWorker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.json.JacksonJsonObjectReader;
import org.springframework.batch.infrastructure.item.json.JsonItemReader;
import org.springframework.batch.infrastructure.item.json.builder.JsonItemReaderBuilder;
import org.springframework.core.io.InputStreamResource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The same file into the same tables as the Spring Batch guide would do it: {@link JsonItemReader} with data binding, chunks
 * of 100, JDBC batches, generated keys; one thread, the connection pool and the driver as they come.
 */
final class TextbookJob {

    private static final int CHUNK = 100;

    private final TestDatabase database;
    private final Path file;
    private final JobRepository repository;

    private TextbookJob(TestDatabase database, Path file) throws Exception {
        this.database = database;
        this.file = file;
        this.repository = repository(database);
    }

    /** Flattered: it validates nothing, looks nothing up and numbers from a counter of its own. */
    static Duration bare(TestDatabase database, Path file) throws Exception {
        TextbookJob job = new TextbookJob(database, file);
        return job.measure(job.<TextbookOrder>step()
                .writer(new BareTextbookWriter(database.dataSource()))
                .build());
    }

    /** As a tutorial goes on: {@link TextbookProcessor} looks up every reference, {@link TextbookWriter} saves. */
    static Duration withLookUps(TestDatabase database, Path file) throws Exception {
        TextbookJob job = new TextbookJob(database, file);
        return job.measure(job.<TextbookProcessor.Checked>step()
                .processor(new TextbookProcessor(database.dataSource(), newCompany(database)))
                .writer(new TextbookWriter(database.dataSource()))
                .build());
    }

    private static String newCompany(TestDatabase database) {
        try (TestWorker idle = TestWorker.on(database, "ordermill.worker.enabled=false")) {
            return TestCompany.in(idle).id();
        }
    }

    private <T> ChunkOrientedStepBuilder<TextbookOrder, T> step() throws IOException {
        return new StepBuilder("import", repository)
                .<TextbookOrder, T>chunk(CHUNK)
                .transactionManager(new JdbcTransactionManager(database.dataSource()))
                .reader(reader());
    }

    private JsonItemReader<TextbookOrder> reader() throws IOException {
        return new JsonItemReaderBuilder<TextbookOrder>()
                .name("orders")
                .resource(new InputStreamResource(new GZIPInputStream(Files.newInputStream(file), 1 << 16)))
                .jsonObjectReader(new JacksonJsonObjectReader<>(TextbookOrder.class))
                .build();
    }

    private Duration measure(Step step) throws Exception {
        Job job = new JobBuilder("textbook", repository).start(step).build();
        JobParameters parameters = new JobParameters();
        JobExecution execution = repository.createJobExecution(
                repository.createJobInstance(job.getName(), parameters), parameters, new ExecutionContext());
        long start = System.nanoTime();
        job.execute(execution);
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        assertThat(execution.getAllFailureExceptions()).isEmpty();
        assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        return taken;
    }

    private static JobRepository repository(TestDatabase database) throws Exception {
        JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(database.dataSource());
        factory.setTransactionManager(new JdbcTransactionManager(database.dataSource()));
        factory.afterPropertiesSet();
        return factory.getObject();
    }
}
