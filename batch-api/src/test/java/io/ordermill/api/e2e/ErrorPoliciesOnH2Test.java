package io.ordermill.api.e2e;

class ErrorPoliciesOnH2Test extends ErrorPolicies {

    @Override
    RunningOrdermill ordermill() {
        return RunningOrdermill.onH2();
    }
}
