package io.ordermill.core;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;

/** Tells by its causes, whoever wrapped them, whether a failure is that of a disk without space: its own or the database's. */
public final class FullDisk {

    private static final String POSTGRES_STATE = "53100";

    private static final Set<String> MESSAGES =
            Set.of("No space left on device", "Disk quota exceeded", "There is not enough space on the disk");

    private static final int DEEPEST_CAUSE = 50;

    private FullDisk() {}

    public static boolean isCauseOf(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .anyMatch(FullDisk::is);
    }

    private static boolean is(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return (cause instanceof SQLException sql && POSTGRES_STATE.equals(sql.getSQLState()))
                || MESSAGES.stream().anyMatch(message::contains);
    }
}
