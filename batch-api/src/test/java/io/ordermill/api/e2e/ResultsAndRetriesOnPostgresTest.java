package io.ordermill.api.e2e;

class ResultsAndRetriesOnPostgresTest extends ResultsAndRetries {

    @Override
    RunningOrdermill ordermill() {
        return RunningOrdermill.onPostgres();
    }
}
