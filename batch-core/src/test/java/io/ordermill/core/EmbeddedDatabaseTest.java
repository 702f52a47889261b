package io.ordermill.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    private static final String TABLE = "create table operation(status char(1) check (status in ('N', 'W')))";
    private static final String ROW = "insert into operation values ('N')";

    @TempDir
    private Path directory;

    /** Once this fails, H2 has been mended, and connections may grow old again. */
    @Test
    void h2RefusesRowsOnceTheConnectionThatCreatedTheTableIsClosed() throws SQLException {
        try (Connection other = DriverManager.getConnection(url());
                Statement statement = other.createStatement()) {
            try (Connection creating = DriverManager.getConnection(url());
                    Statement creation = creating.createStatement()) {
                creation.execute(TABLE);
                statement.execute(ROW);
            }

            assertThatThrownBy(() -> statement.execute(ROW)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void thePoolClosesNoConnectionToAFile() {
        try (HikariDataSource pool = pool(url())) {
            assertThat(pool.getMaxLifetime()).isZero();
            assertThat(pool.getIdleTimeout()).isZero();
            assertThat(pool.getDataSource()).isInstanceOf(DurableReads.class);
        }
    }

    @Test
    void aDirectoryNeedsNoDotBeforeIt() throws IOException, SQLException {
        Path relative = Files.createTempDirectory(Path.of("target"), "database");
        try (HikariDataSource pool = pool("jdbc:h2:file:" + relative.resolve("orders") + ";TRACE_LEVEL_FILE=0");
                Connection connection = pool.getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
            assertThat(relative.resolve("orders.mv.db")).exists();
        }
    }

    @Test
    void aPoolOfAServerStaysAsItIs() {
        try (HikariDataSource pool = pool("jdbc:postgresql://localhost/ordermill")) {
            assertThat(pool.getMaxLifetime()).isEqualTo(30_000);
            assertThat(pool.getDataSource()).isNull();
        }
    }

    private static HikariDataSource pool(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaxLifetime(30_000);
        new EmbeddedDatabase().postProcessBeforeInitialization(pool, "dataSource");
        return pool;
    }

    private String url() {
        return "jdbc:h2:file:" + directory.resolve("database");
    }
}
