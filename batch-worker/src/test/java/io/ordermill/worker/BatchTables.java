package io.ordermill.worker;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.dao.JacksonExecutionContextStringSerializer;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What Spring Batch has written into its diary. */
final class BatchTables {

    private BatchTables() {}

    static int running(JdbcClient jdbc) {
        return jdbc.sql("""
                        select (select count(*) from batch_job_execution where status in ('STARTING', 'STARTED', 'STOPPING'))
                             + (select count(*) from batch_step_execution where status in ('STARTING', 'STARTED', 'STOPPING'))
                        """).query(Integer.class).single();
    }

    /** The statuses of an operation's executions, oldest first. */
    static List<String> executions(JdbcClient jdbc, UUID operationId) {
        return jdbc.sql("""
                        select execution.status
                        from batch_job_execution execution
                        join batch_job_execution_params parameter
                          on parameter.job_execution_id = execution.job_execution_id
                        where parameter.parameter_name = 'operationId' and parameter.parameter_value = ?
                        order by execution.job_execution_id
                        """).param(operationId.toString()).query(String.class).list();
    }

    /** As if the first attempt's worker had been killed in the middle of the import. */
    static void leaveOpen(DataSource dataSource, UUID operationId) {
        JobParameters parameters = new JobParametersBuilder()
                .addString("operationId", operationId.toString())
                .addLong("attempt", 1L)
                .toJobParameters();
        JobRepository repository = repository(dataSource);
        JobExecution execution = repository.createJobExecution(
                repository.createJobInstance("import", parameters), parameters, new ExecutionContext());
        execution.setStatus(BatchStatus.STARTED);
        repository.update(execution);
        StepExecution step = repository.createStepExecution("import", execution);
        step.setStatus(BatchStatus.STARTED);
        repository.update(step);
    }

    private static JobRepository repository(DataSource dataSource) {
        JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(dataSource);
        factory.setTransactionManager(new JdbcTransactionManager(dataSource));
        factory.setSerializer(new JacksonExecutionContextStringSerializer());
        try {
            factory.afterPropertiesSet();
            return factory.getObject();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
