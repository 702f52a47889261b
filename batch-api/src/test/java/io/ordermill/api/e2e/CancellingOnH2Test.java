package io.ordermill.api.e2e;

class CancellingOnH2Test extends Cancelling {

    @Override
    RunningOrdermill ordermill() {
        return RunningOrdermill.onH2();
    }
}
