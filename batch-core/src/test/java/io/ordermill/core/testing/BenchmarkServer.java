package io.ordermill.core.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** A PostgreSQL server that keeps what it has acknowledged, with room enough that no checkpoint falls into a measurement. */
public final class BenchmarkServer implements AutoCloseable {

    private static final String USER = "postgres";

    private static final Map<String, String> SETTINGS = settings();

    private final EmbeddedPostgres server;
    private int databases;

    public BenchmarkServer() throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
        SETTINGS.forEach(builder::setServerConfig);
        server = builder.start();
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
        settings.put("shared_buffers", "512MB");
        settings.put("max_wal_size", "32GB");
        settings.put("checkpoint_timeout", "30min");
        return settings;
    }

    /** A database of its own with our tables, and a server that has written everything before. */
    public TestDatabase newDatabase() {
        String name = "benchmark" + ++databases;
        execute("create database " + name);
        TestDatabase database =
                TestDatabase.postgres("jdbc:postgresql://localhost:" + server.getPort() + "/" + name, USER, USER);
        execute("checkpoint");
        return database;
    }

    /** Nothing of it shall be vacuumed while the next one is measured. */
    public void drop(TestDatabase database) {
        String name = database.url().substring(database.url().lastIndexOf('/') + 1);
        database.close();
        execute("drop database " + name + " with (force)");
    }

    private void execute(String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Version and settings, as the server itself names them. */
    public Map<String, String> describe() throws SQLException {
        Map<String, String> found = new LinkedHashMap<>();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            found.put("PostgreSQL", shown(statement, "server_version"));
            for (String setting : SETTINGS.keySet()) {
                found.put(setting, shown(statement, setting));
            }
        }
        return found;
    }

    private static String shown(Statement statement, String setting) throws SQLException {
        try (ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
