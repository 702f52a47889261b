package io.ordermill.api.e2e;

class NorthwindOnH2Test extends Northwind {

    @Override
    RunningOrdermill ordermill() {
        return RunningOrdermill.onH2();
    }
}
