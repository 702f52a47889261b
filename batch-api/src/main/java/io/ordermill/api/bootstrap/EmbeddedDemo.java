package io.ordermill.api.bootstrap;

import java.nio.file.Path;
import java.sql.DatabaseMetaData;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/** What belongs to a first start on the embedded database alone. */
@Component
class EmbeddedDemo {

    private final DataSource dataSource;
    private final DemoCompany company;
    private final DemoClientFile file;

    EmbeddedDemo(DataSource dataSource, DemoCompany company, DemoClientFile file) {
        this.dataSource = dataSource;
        this.company = company;
        this.file = file;
    }

    boolean isEmbedded() {
        try {
            return "H2".equals(JdbcUtils.extractDatabaseMetaData(dataSource, DatabaseMetaData::getDatabaseProductName));
        } catch (MetaDataAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    void loadReferenceData(String companyId) {
        company.load(companyId);
    }

    /** Tells the secret once: on the console, which is no log, and in a file. */
    void publish(String clientId, String secret) {
        Path written = file.write(clientId, secret);
        System.out.printf(
                "%n    Client id:     %s%n    Client secret: %s%n    Kept in:       %s%n%n", clientId, secret, written);
    }
}
