package io.ordermill.api.e2e;

class UnreadableFilesOnPostgresTest extends UnreadableFiles {

    @Override
    RunningOrdermill ordermill() {
        return RunningOrdermill.onPostgres();
    }
}
