package io.ordermill.worker.job;

import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.batch.core.repository.ExecutionContextSerializer;
import org.springframework.batch.core.repository.dao.JacksonExecutionContextStringSerializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.transaction.annotation.Isolation;

/**
 * Spring Batch on our tables. Its default isolation for new executions, SERIALIZABLE, makes jobs that start at the same time
 * fail; nothing here needs it, for no two attempts share a job instance. Its default serializer would read Java objects back
 * from the database.
 */
@Configuration(proxyBeanMethods = false)
@EnableBatchProcessing(taskExecutorRef = "importTaskExecutor")
@EnableJdbcJobRepository(isolationLevelForCreate = Isolation.READ_COMMITTED)
class BatchConfiguration {

    @Bean
    ExecutionContextSerializer executionContextSerializer() {
        return new JacksonExecutionContextStringSerializer();
    }

    /** An attempt runs in the thread that has taken the task. */
    @Bean
    TaskExecutor importTaskExecutor() {
        return new SyncTaskExecutor();
    }
}
