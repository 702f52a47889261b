package io.ordermill.api.e2e;

class FollowingOnPostgresTest extends Following {

    @Override
    RunningOrdermill ordermill() {
        return RunningOrdermill.onPostgres();
    }
}
