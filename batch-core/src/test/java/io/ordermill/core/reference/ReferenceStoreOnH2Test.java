package io.ordermill.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.testing.IndexOrder;
import io.ordermill.core.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class ReferenceStoreOnH2Test extends ReferenceStoreContract {

    ReferenceStoreOnH2Test() {
        super(TestDatabase.h2());
    }

    @Test
    void sortsNothingToListAKind() {
        IndexOrder queries = new IndexOrder(database.dataSource());
        JdbcReferenceStore store =
                new JdbcReferenceStore(new JdbcTemplate(queries), new ReferenceVersions(jdbc), transactions);

        for (ReferenceKind kind : ReferenceKind.values()) {
            assertThat(store.list("nobody", kind, null, 10)).isEmpty();
        }

        assertThat(queries.sorting()).isEmpty();
        assertThat(queries.inOrder()).hasSize(ReferenceKind.values().length);
    }
}
