package io.ordermill.api.problem;

import io.ordermill.core.FullDisk;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Tells a failure that passes by itself or by the operator's help (the database is away, a disk is full) from a defect. By the
 * causes, whoever wrapped them: states of PostgreSQL, of H2, and of the connection pool.
 */
public final class Outage {

    /** No connection; no resources; shut down or starting; the server cannot read or write its files. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "53", "57", "58");

    /** H2: cannot read or write its file; the connection or the database is closed. */
    private static final Set<String> PASSING_STATES = Set.of("90028", "90031", "90067", "90098", "90121");

    private Outage() {}

    /** The code of a passing failure; empty for a defect. */
    public static Optional<ProblemCode> of(Throwable failure) {
        if (FullDisk.isCauseOf(failure)) {
            return Optional.of(ProblemCode.INSUFFICIENT_STORAGE);
        }
        return causes(failure).anyMatch(Outage::isPassing) ? Optional.of(ProblemCode.UNAVAILABLE) : Optional.empty();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(50);
    }

    private static boolean isPassing(Throwable cause) {
        if (cause instanceof SQLException sql && sql.getSQLState() != null) {
            String state = sql.getSQLState();
            return PASSING_STATES.contains(state)
                    || PASSING_CLASSES.contains(state.substring(0, Math.min(2, state.length())));
        }
        return cause instanceof SQLTransientConnectionException
                || cause instanceof SQLRecoverableException
                || cause instanceof CannotCreateTransactionException
                || cause instanceof DataAccessResourceFailureException
                || cause instanceof TransientDataAccessException;
    }
}
