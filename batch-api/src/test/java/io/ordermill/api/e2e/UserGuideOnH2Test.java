package io.ordermill.api.e2e;

class UserGuideOnH2Test extends UserGuide {

    @Override
    RunningOrdermill ordermill() {
        return RunningOrdermill.onH2();
    }
}
