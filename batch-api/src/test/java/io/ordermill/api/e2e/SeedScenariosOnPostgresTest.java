package io.ordermill.api.e2e;

class SeedScenariosOnPostgresTest extends SeedScenarios {

    @Override
    RunningOrdermill ordermill() {
        return RunningOrdermill.onPostgres();
    }
}
