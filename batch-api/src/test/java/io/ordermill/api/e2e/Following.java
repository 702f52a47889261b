package io.ordermill.api.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.testing.EventListener;
import io.ordermill.api.testing.EventListener.Event;
import io.ordermill.core.testing.GeneratedOrders;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An import followed by its events. */
abstract class Following {

    private static final int ORDERS = 2_000;

    abstract RunningOrdermill ordermill();

    @Test
    void tellsOfAnImportUntilItHasEnded() {
        Caller caller = ordermill().newTenant().caller();
        String id = caller.accepted(GeneratedOrders.simple(ORDERS, 5), "?skipWorkflow=true");
        List<Event> events = new ArrayList<>();
        try (EventListener listener = caller.listen("/v1/batch-operations/" + id + "/events")) {
            do {
                events.add(listener.next());
            } while (events.get(events.size() - 1).data().get("processorResult").isNull());
            listener.awaitEnd();
        }

        JsonNode last = events.get(events.size() - 1).data();
        assertThat(last).isEqualTo(caller.status(id));
        assertThat(last.get("succeededItems").asInt()).isEqualTo(ORDERS);
        assertThat(events).extracting(Event::id).doesNotHaveDuplicates();
        assertThat(events)
                .extracting(event -> event.data().get("processedItems").asInt())
                .isSorted();
    }
}
