package io.ordermill.api.e2e;

class NorthwindOnPostgresTest extends Northwind {

    @Override
    RunningOrdermill ordermill() {
        return RunningOrdermill.onPostgres();
    }
}
