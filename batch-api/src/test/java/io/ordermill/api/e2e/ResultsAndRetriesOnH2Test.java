package io.ordermill.api.e2e;

class ResultsAndRetriesOnH2Test extends ResultsAndRetries {

    @Override
    RunningOrdermill ordermill() {
        return RunningOrdermill.onH2();
    }
}
