package io.ordermill.api.e2e;

class UnreadableFilesOnH2Test extends UnreadableFiles {

    @Override
    RunningOrdermill ordermill() {
        return RunningOrdermill.onH2();
    }
}
