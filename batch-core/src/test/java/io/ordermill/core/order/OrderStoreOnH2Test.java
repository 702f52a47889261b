package io.ordermill.core.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.testing.IndexOrder;
import io.ordermill.core.testing.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class OrderStoreOnH2Test extends OrderStoreContract {

    OrderStoreOnH2Test() {
        super(TestDatabase.h2());
    }

    @Test
    void sortsNothingToListWhatAnOperationSaved() {
        IndexOrder queries = new IndexOrder(database.dataSource());
        JdbcOrderStore store = new JdbcOrderStore(JdbcClient.create(queries));
        RehearsedOrders rehearsed = new RehearsedOrders(new JdbcTemplate(queries));
        UUID operation = UUID.randomUUID();

        assertThat(store.summaries(operation, -1, 10)).isEmpty();
        assertThat(store.savedIndexes(operation, -1, 10)).isEmpty();
        assertThat(rehearsed.summaries(operation, -1, 10)).isEmpty();

        assertThat(queries.sorting()).isEmpty();
        assertThat(queries.inOrder()).hasSize(3);
    }
}
