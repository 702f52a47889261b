package io.ordermill.core;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** Tells the operator what to look at, in place of a stack trace. */
class UnavailableDatabaseFailureAnalyzer extends AbstractFailureAnalyzer<CannotGetJdbcConnectionException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, CannotGetJdbcConnectionException cause) {
        return new FailureAnalysis(
                "The database cannot be opened: " + cause.getMostSpecificCause(),
                "An embedded database (ordermill.data-dir) needs a directory that may be written to, and is open in one process"
                        + " at a time. Of a server, look at spring.datasource.url, .username and .password, and whether it runs.",
                cause);
    }
}
