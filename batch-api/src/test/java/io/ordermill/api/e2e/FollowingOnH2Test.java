package io.ordermill.api.e2e;

class FollowingOnH2Test extends Following {

    @Override
    RunningOrdermill ordermill() {
        return RunningOrdermill.onH2();
    }
}
