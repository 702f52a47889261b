package io.ordermill.worker.job;

import io.ordermill.core.operation.Operation;
import java.util.UUID;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/** An attempt as Spring Batch knows it. Both parameters identify the job instance, so that nothing is ever restarted. */
record Attempt(UUID operationId, int number) {

    static final String JOB_NAME = "import";

    static Attempt of(Operation operation) {
        return new Attempt(operation.operationId(), operation.attempt());
    }

    JobParameters parameters() {
        return new JobParametersBuilder()
                .addString("operationId", operationId.toString())
                .addLong("attempt", (long) number)
                .toJobParameters();
    }
}
