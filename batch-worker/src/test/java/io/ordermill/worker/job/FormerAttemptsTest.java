package io.ordermill.worker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationStatus;
import io.ordermill.core.operation.Progress;
import io.ordermill.worker.TestClaims;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.OptimisticLockingFailureException;

class FormerAttemptsTest {

    private final SlowWorker slow = new SlowWorker();
    private final FormerAttempts formerAttempts = new FormerAttempts(slow.repository(), Clock.systemUTC());
    private final Operation second = TestClaims.of(OperationStatus.IN_PROGRESS, new Progress(300, 99, 1, 400), 2)
            .operation();

    @Test
    void closesWhatItsWorkerStillWroteTo() {
        slow.writes = 2;

        formerAttempts.close(second);

        assertThat(slow.closed).containsExactly("step ABANDONED", "job ABANDONED");
    }

    @Test
    void leavesOpenWhatItsWorkerGoesOnWriting() {
        slow.writes = Integer.MAX_VALUE;

        assertThatCode(() -> formerAttempts.close(second)).doesNotThrowAnyException();

        assertThat(slow.closed).isEmpty();
    }

    /** The repository with an execution that is open, and is written to so many times just before it can be closed. */
    private static final class SlowWorker implements MethodInterceptor {

        private final List<String> closed = new ArrayList<>();
        private int writes;

        JobRepository repository() {
            return ProxyFactory.getProxy(JobRepository.class, this);
        }

        @Override
        public @Nullable Object invoke(MethodInvocation call) {
            return switch (call.getMethod().getName()) {
                case "getJobInstance" -> new JobInstance(1, Attempt.JOB_NAME);
                case "getJobExecutions" -> List.of(opened());
                case "update" -> updated(call.getArguments()[0]);
                default -> throw new UnsupportedOperationException(call.toString());
            };
        }

        private static JobExecution opened() {
            JobExecution execution = new JobExecution(1, new JobInstance(1, Attempt.JOB_NAME), new JobParameters());
            execution.setStatus(BatchStatus.STARTED);
            StepExecution step = new StepExecution(1, "import", execution);
            step.setStatus(BatchStatus.STARTED);
            execution.addStepExecution(step);
            return execution;
        }

        private @Nullable Object updated(Object entry) {
            if (writes > 0) {
                writes--;
                throw new OptimisticLockingFailureException("another version");
            }
            closed.add(
                    entry instanceof StepExecution step
                            ? "step " + step.getStatus()
                            : "job " + ((JobExecution) entry).getStatus());
            return null;
        }
    }
}
