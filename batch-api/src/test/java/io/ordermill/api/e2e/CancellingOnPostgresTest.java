package io.ordermill.api.e2e;

class CancellingOnPostgresTest extends Cancelling {

    @Override
    RunningOrdermill ordermill() {
        return RunningOrdermill.onPostgres();
    }
}
