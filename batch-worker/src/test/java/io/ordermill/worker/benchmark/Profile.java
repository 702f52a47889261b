package io.ordermill.worker.benchmark;

import io.ordermill.core.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks every few milliseconds at what the threads of an import and the sessions of its database are doing, and counts.
 * Sampling costs little and needs nothing of the product; a stage that is shorter than the interval is still counted right
 * on average.
 */
final class Profile implements AutoCloseable {

    private static final long INTERVAL_NANOS = 5_000_000;

    private static final int STATEMENT_LENGTH = 40;

    private static final String SESSIONS = """
            select query, state, coalesce(wait_event, '') from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'""";

    private final Map<String, Integer> samples = new TreeMap<>();
    private final Connection connection;
    private final Thread sampler;
    private volatile boolean closed;
    private int looks;

    Profile(TestDatabase database) throws SQLException {
        connection = DriverManager.getConnection(database.url(), database.user(), database.password());
        sampler = new Thread(this::sample, "profile");
        sampler.setDaemon(true);
        sampler.start();
    }

    private void sample() {
        try (PreparedStatement sessions = connection.prepareStatement(SESSIONS)) {
            while (!closed) {
                if (lookAtThreads()) {
                    looks++;
                    lookAtSessions(sessions);
                }
                LockSupport.parkNanos(INTERVAL_NANOS);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns whether an import is running. */
    private boolean lookAtThreads() {
        boolean running = false;
        for (Map.Entry<Thread, StackTraceElement[]> thread :
                Thread.getAllStackTraces().entrySet()) {
            Stage stage = Stage.of(thread.getKey(), thread.getValue()).orElse(null);
            if (stage != null) {
                count(stage.thread() + " | " + stage.name());
                running |= stage.thread().equals(Stage.IMPORT);
            }
        }
        return running;
    }

    private void lookAtSessions(PreparedStatement sessions) throws SQLException {
        try (ResultSet row = sessions.executeQuery()) {
            while (row.next()) {
                count("PostgreSQL | " + statement(row.getString(1)) + ": " + doing(row.getString(2), row.getString(3)));
            }
        }
    }

    /** The statement's beginning tells which one it is. */
    private static String statement(String sql) {
        String line = sql.replaceAll("[^a-zA-Z_]+", " ").strip().toLowerCase(Locale.ROOT);
        return line.substring(0, Math.min(line.length(), STATEMENT_LENGTH));
    }

    private static String doing(String state, String waitEvent) {
        if (state.startsWith("idle") || waitEvent.startsWith("Client")) {
            return "waits for the worker";
        }
        return waitEvent.startsWith("Wal") ? "writes its log" : "works";
    }

    private void count(String what) {
        samples.merge(what, 1, Integer::sum);
    }

    /** Where the time of the import went, as shares of it; threads and sessions each for themselves. */
    Map<String, Double> shares() {
        Map<String, Double> shares = new TreeMap<>();
        samples.forEach((what, count) -> shares.put(what, (double) count / looks));
        return shares;
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        try {
            sampler.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        connection.close();
    }
}
