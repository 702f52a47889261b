package io.ordermill.worker.benchmark;

import io.ordermill.core.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;

/**
 * Looks every few milliseconds at what the threads of an import and the sessions of its database are doing, and counts.
 * Sampling costs little and needs nothing of the product; a stage that is shorter than the interval is still counted right
 * on average.
 */
final class Profile implements AutoCloseable {

    private static final long INTERVAL_NANOS = 5_000_000;

    private static final double SMALLEST_SHARE = 0.005;

    private static final double SMALLEST_SPENDING = 0.01;

    private static final int STATEMENT_LENGTH = 40;

    private static final String SESSIONS = """
            select query, state, coalesce(wait_event, '') from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'""";

    private final Map<Activity, Integer> samples = new HashMap<>();
    private final ProcessorWatch processor;
    private final Connection connection;
    private final Thread sampler;
    private volatile boolean closed;
    private int looks;
    private long firstLook;
    private long lastLook;

    Profile(TestDatabase database) throws SQLException {
        connection = DriverManager.getConnection(database.url(), database.user(), database.password());
        processor = new ProcessorWatch(connection.unwrap(PGConnection.class).getBackendPID());
        sampler = new Thread(this::sample, "profile");
        sampler.setDaemon(true);
        sampler.start();
    }

    private void sample() {
        try (PreparedStatement sessions = connection.prepareStatement(SESSIONS)) {
            while (!closed) {
                Map<Long, String> roles = lookAtThreads();
                if (roles.containsValue(Stage.IMPORT)) {
                    lastLook = System.nanoTime();
                    firstLook = looks++ == 0 ? lastLook : firstLook;
                    processor.look(roles);
                    lookAtSessions(sessions);
                }
                LockSupport.parkNanos(INTERVAL_NANOS);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the threads that have a part in an import, by id; there may be none. */
    private Map<Long, String> lookAtThreads() {
        Map<Long, String> roles = new HashMap<>();
        Thread.getAllStackTraces()
                .forEach((thread, stack) -> Stage.of(thread, stack).ifPresent(stage -> {
                    count(new Activity(stage.thread(), stage.name()));
                    roles.put(thread.getId(), stage.thread());
                }));
        return roles;
    }

    private void lookAtSessions(PreparedStatement sessions) throws SQLException {
        try (ResultSet row = sessions.executeQuery()) {
            while (row.next()) {
                String what = statement(row.getString(1)) + ": " + doing(row.getString(2), row.getString(3));
                count(new Activity(Activity.POSTGRES, what));
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

    private void count(Activity activity) {
        samples.merge(activity, 1, Integer::sum);
    }

    /**
     * Where the time of the import went, without the crumbs, threads and sessions each for themselves; then who spent the
     * processor meanwhile. To be called when the profile is closed.
     */
    void writeTo(Report report) {
        Map<Activity, Double> shares = new HashMap<>();
        samples.forEach((activity, count) -> shares.put(activity, (double) count / looks));
        shares.values().removeIf(share -> share < SMALLEST_SHARE);
        report.table(
                List.of("who", "what", "share of the import's time"),
                Activity.rows(shares, share -> List.of(percent(share))));
        Map<Activity, Double> spent = processor.seconds();
        spent.values().removeIf(time -> time < SMALLEST_SPENDING);
        double seconds = (lastLook - firstLook) / 1e9;
        report.paragraph("Processor time, in %.2f s of import:", seconds)
                .table(
                        List.of("who", "what", "processor s", "of one processor"),
                        Activity.rows(
                                spent,
                                time -> List.of(String.format(Locale.ROOT, "%.2f", time), percent(time / seconds))));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
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
