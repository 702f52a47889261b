package io.ordermill.worker.benchmark;

import io.ordermill.core.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.json.JacksonJsonObjectReader;
import org.springframework.batch.infrastructure.item.json.JsonItemReader;
import org.springframework.batch.infrastructure.item.json.builder.JsonItemReaderBuilder;
import org.springframework.core.io.InputStreamResource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The same file into the same tables as a tutorial would do it: {@link JsonItemReader} with data binding, chunks of 100,
 * JDBC batches, generated keys. Flattered: it validates nothing, looks nothing up and numbers from a counter of its own.
 */
final class TextbookJob {

    private static final int CHUNK = 100;

    private TextbookJob() {}

    static Duration measure(TestDatabase database, byte[] file) throws Exception {
        JobRepository repository = repository(database);
        Job job = job(database, repository, file);
        JobParameters parameters = new JobParameters();
        JobExecution execution = repository.createJobExecution(
                repository.createJobInstance(job.getName(), parameters), parameters, new ExecutionContext());
        long start = System.nanoTime();
        job.execute(execution);
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            throw new IllegalStateException(
                    execution.toString(),
                    execution.getAllFailureExceptions().stream().findFirst().orElse(null));
        }
        return taken;
    }

    private static Job job(TestDatabase database, JobRepository repository, byte[] file) throws IOException {
        return new JobBuilder("textbook", repository)
                .start(new StepBuilder("import", repository)
                        .<TextbookOrder, TextbookOrder>chunk(CHUNK)
                        .transactionManager(new JdbcTransactionManager(database.dataSource()))
                        .reader(reader(file))
                        .writer(new TextbookWriter(database.dataSource()))
                        .build())
                .build();
    }

    private static JsonItemReader<TextbookOrder> reader(byte[] file) throws IOException {
        return new JsonItemReaderBuilder<TextbookOrder>()
                .name("orders")
                .resource(new InputStreamResource(new GZIPInputStream(new ByteArrayInputStream(file), 1 << 16)))
                .jsonObjectReader(new JacksonJsonObjectReader<>(TextbookOrder.class))
                .build();
    }

    private static JobRepository repository(TestDatabase database) throws Exception {
        JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(database.dataSource());
        factory.setTransactionManager(new JdbcTransactionManager(database.dataSource()));
        factory.afterPropertiesSet();
        return factory.getObject();
    }
}
