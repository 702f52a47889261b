package io.ordermill.violators.worker.circle;

import io.ordermill.violators.worker.WorkerThatKnowsTooMuch;
import org.springframework.web.client.RestClient;

/** Breaks on purpose: HTTP, and a circle of packages. */
public class WorkerThatAnswersHttp {

    public boolean isOneOf(RestClient client, WorkerThatKnowsTooMuch other) {
        return client.toString().equals(other.toString());
    }
}
