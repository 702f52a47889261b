package io.ordermill.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTest {

    @Test
    void migratesH2() {
        try (TestDatabase database = TestDatabase.h2()) {
            assertThat(version(database)).startsWith("2.4");
            assertThat(countOperations(database)).isZero();
        }
    }

    @Test
    void migratesPostgres() {
        try (TestDatabase database = TestDatabase.postgres()) {
            assertThat(version(database)).startsWith("PostgreSQL 18");
            assertThat(countOperations(database)).isZero();
        }
    }

    private static String version(TestDatabase database) {
        String sql = database.url().startsWith("jdbc:h2") ? "select h2version()" : "select version()";
        return JdbcClient.create(database.dataSource())
                .sql(sql)
                .query(String.class)
                .single();
    }

    private static int countOperations(TestDatabase database) {
        return JdbcClient.create(database.dataSource())
                .sql("select count(*) from batch_operation")
                .query(Integer.class)
                .single();
    }
}
