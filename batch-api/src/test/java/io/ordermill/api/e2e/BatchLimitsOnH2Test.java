package io.ordermill.api.e2e;

class BatchLimitsOnH2Test extends BatchLimits {

    @Override
    RunningOrdermill ordermill() {
        return RunningOrdermill.onH2();
    }
}
