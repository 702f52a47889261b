package io.ordermill.core.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;

/** A PostgreSQL server of a test's own that can be stopped and started again, with its data, at the same port. */
public final class StoppablePostgres implements AutoCloseable {

    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    /**
     * Starts a server.
     *
     * @param data an empty directory
     */
    public StoppablePostgres(Path data) {
        this.data = data;
        this.port = freePort();
        this.server = start();
    }

    /** Migrates the server's one database. */
    public TestDatabase database() {
        return TestDatabase.postgres(
                "jdbc:postgresql://localhost:" + port + "/postgres", TestPostgres.USER, TestPostgres.PASSWORD);
    }

    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void startAgain() {
        server = start();
    }

    @Override
    public void close() {
        stop();
    }

    private EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
