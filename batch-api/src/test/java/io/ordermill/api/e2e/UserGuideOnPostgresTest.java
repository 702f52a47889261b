package io.ordermill.api.e2e;

class UserGuideOnPostgresTest extends UserGuide {

    @Override
    RunningOrdermill ordermill() {
        return RunningOrdermill.onPostgres();
    }
}
