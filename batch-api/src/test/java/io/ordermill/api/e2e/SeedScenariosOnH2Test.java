package io.ordermill.api.e2e;

class SeedScenariosOnH2Test extends SeedScenarios {

    @Override
    RunningOrdermill ordermill() {
        return RunningOrdermill.onH2();
    }
}
