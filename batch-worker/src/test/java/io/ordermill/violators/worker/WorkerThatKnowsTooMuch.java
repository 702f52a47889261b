package io.ordermill.violators.worker;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.ordermill.violators.worker.circle.WorkerThatAnswersHttp;
import java.time.Instant;
import org.springframework.batch.core.job.Job;

/** Breaks on purpose: Spring Batch, the scheduler, its tasks, the system clock and a thread's interrupt, all in the wrong place. */
public class WorkerThatKnowsTooMuch {

    public Instant stop(Scheduler scheduler, Job job, WorkerThatAnswersHttp other) {
        scheduler.stop();
        Tasks.oneTime("nobody's").execute((task, context) -> {});
        Thread.currentThread().interrupt();
        return job.getName().isEmpty() && other.toString().isEmpty() ? Instant.EPOCH : Instant.now();
    }
}
