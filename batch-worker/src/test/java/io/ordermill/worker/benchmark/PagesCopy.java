package io.ordermill.worker.benchmark;

import io.ordermill.core.testing.TestDatabase;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/**
 * What an import has left behind, page by page in a file, and put back the fastest way PostgreSQL has: binary COPY, the
 * pages of 100 orders each in a transaction of its own. As {@code psql \copy} would, from a file the system has cached.
 */
final class PagesCopy {

    private final Path file;
    private final List<Page> pages = new ArrayList<>();

    /** The rows of one page, one stretch of the file for each table. */
    private record Page(List<Integer> lengths) {}

    private PagesCopy(Path file) {
        this.file = file;
    }

    static PagesCopy export(TestDatabase database, Path directory) throws SQLException, IOException {
        PagesCopy copy = new PagesCopy(Files.createTempFile(directory, "pages", ".bin"));
        try (Connection connection = database.dataSource().getConnection();
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy.file), 1 << 20)) {
            CopyManager manager = connection.unwrap(PGConnection.class).getCopyAPI();
            for (PageOfRows page : PageOfRows.all(connection)) {
                copy.pages.add(export(manager, page, out));
            }
        }
        return copy;
    }

    private static Page export(CopyManager manager, PageOfRows page, OutputStream out)
            throws SQLException, IOException {
        List<Integer> lengths = new ArrayList<>();
        for (String table : PageOfRows.TABLES) {
            ByteArrayOutputStream rows = new ByteArrayOutputStream();
            manager.copyOut("copy (" + page.select(table) + ") to stdout (format binary)", rows);
            rows.writeTo(out);
            lengths.add(rows.size());
        }
        return new Page(lengths);
    }

    /** Returns the time from the first row to the last commit. */
    Duration measure(TestDatabase database) throws SQLException, IOException {
        try (Connection connection = database.dataSource().getConnection();
                FileChannel in = FileChannel.open(file)) {
            connection.setAutoCommit(false);
            long start = System.nanoTime();
            for (Page page : pages) {
                write(page, connection, in);
                connection.commit();
            }
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }

    private static void write(Page page, Connection connection, FileChannel in) throws SQLException, IOException {
        CopyManager manager = connection.unwrap(PGConnection.class).getCopyAPI();
        for (int table = 0; table < PageOfRows.TABLES.size(); table++) {
            ByteBuffer rows = ByteBuffer.allocate(page.lengths.get(table));
            while (rows.hasRemaining() && in.read(rows) >= 0) {
                // reads on to the end of the stretch
            }
            CopyIn copy = manager.copyIn("copy " + PageOfRows.TABLES.get(table) + " from stdin (format binary)");
            copy.writeToCopy(rows.array(), 0, rows.position());
            copy.endCopy();
        }
    }

    void delete() throws IOException {
        Files.delete(file);
    }
}
