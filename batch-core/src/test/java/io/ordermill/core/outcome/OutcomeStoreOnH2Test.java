package io.ordermill.core.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.order.ErrorCode;
import io.ordermill.core.order.OrderError;
import io.ordermill.core.testing.IndexOrder;
import io.ordermill.core.testing.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class OutcomeStoreOnH2Test extends OutcomeStoreContract {

    OutcomeStoreOnH2Test() {
        super(TestDatabase.h2());
    }

    @Test
    void sortsNothing() {
        IndexOrder queries = new IndexOrder(database.dataSource());
        JdbcOutcomeStore store = new JdbcOutcomeStore(new JdbcTemplate(queries));
        UUID operation = operation();
        OrderError error = OrderError.of(ErrorCode.NOT_AN_OBJECT, "", "Not an object.");
        store.record(operation, List.of(refused(0, "{}", List.of(error))));

        assertThat(store.failures(operation, -1, 10)).hasSize(1);
        assertThat(store.failures(operation, ErrorKind.of(error), -1, 10)).hasSize(1);
        assertThat(store.failedIndexes(operation, -1, 10)).containsExactly(0);
        assertThat(store.errorSummary(operation, 10).groups()).hasSize(1);

        assertThat(queries.sorting()).isEmpty();
        assertThat(queries.inOrder()).hasSizeGreaterThan(6);
    }
}
