package io.ordermill.worker.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.testing.BenchmarkServer;
import io.ordermill.core.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/** An import, and at once after it the copy of exactly its rows, each into a database of its own. */
record ImportAndCopy(Duration product, Duration copy) {

    static ImportAndCopy measure(BenchmarkServer server, BenchmarkSettings settings, Path file)
            throws SQLException, IOException {
        TestDatabase imported = server.newDatabase();
        Duration product = ProductImport.measure(imported, file, settings);
        assertThat(SavedRows.in(imported)).isEqualTo(settings.savedRows());
        PagesCopy pages = PagesCopy.export(imported, settings.results());
        server.drop(imported);

        TestDatabase copied = server.newDatabase();
        Duration copy = pages.measure(copied);
        assertThat(SavedRows.in(copied)).isEqualTo(settings.savedRows());
        server.drop(copied);
        pages.delete();
        return new ImportAndCopy(product, copy);
    }
}
