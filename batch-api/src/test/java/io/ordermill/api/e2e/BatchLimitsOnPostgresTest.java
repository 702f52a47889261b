package io.ordermill.api.e2e;

class BatchLimitsOnPostgresTest extends BatchLimits {

    @Override
    RunningOrdermill ordermill() {
        return RunningOrdermill.onPostgres();
    }
}
