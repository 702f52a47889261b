package io.ordermill.core.operation;

import io.ordermill.core.testing.TestDatabase;
import java.util.Map;
import java.util.regex.Pattern;

class OperationListOnH2Test extends OperationListContract {

    private static final Pattern READ = Pattern.compile("scanCount: (\\d+)");

    OperationListOnH2Test() {
        super(TestDatabase.h2());
    }

    @Override
    long rowsRead(String sql, Map<String, ?> parameters) {
        String plan = jdbc.sql("explain analyze " + sql)
                .params(parameters)
                .query(String.class)
                .single();
        return READ.matcher(plan)
                .results()
                .mapToLong(scan -> Long.parseLong(scan.group(1)))
                .sum();
    }

    @Override
    void updateStatistics() {
        template.execute("analyze");
    }
}
