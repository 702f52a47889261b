package io.ordermill.apiviolators.circle;

import io.ordermill.apiviolators.ControllerOutInTheOpen;
import org.springframework.batch.core.job.Job;

/** Names Spring Batch, which only a test's class path lets it see; and closes the circle. */
public record BatchInTheApi(String text) {

    ControllerOutInTheOpen back(Job job) {
        return new ControllerOutInTheOpen();
    }
}
