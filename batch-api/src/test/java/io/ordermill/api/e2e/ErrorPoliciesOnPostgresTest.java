package io.ordermill.api.e2e;

class ErrorPoliciesOnPostgresTest extends ErrorPolicies {

    @Override
    RunningOrdermill ordermill() {
        return RunningOrdermill.onPostgres();
    }
}
