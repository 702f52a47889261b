package io.ordermill.api.faults;

import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The embedded database as a file, which lets in one process at a time: only once Ordermill has ended. */
final class EmbeddedFile {

    private EmbeddedFile() {}

    static JdbcClient of(Path dataDir) {
        return JdbcClient.create(new DriverManagerDataSource(
                "jdbc:h2:file:" + dataDir.resolve("ordermill")
                        + ";IFEXISTS=TRUE;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                "",
                ""));
    }
}
