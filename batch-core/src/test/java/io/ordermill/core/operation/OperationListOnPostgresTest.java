package io.ordermill.core.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.testing.TestDatabase;
import java.util.Map;
import java.util.regex.Pattern;

class OperationListOnPostgresTest extends OperationListContract {

    private static final Pattern READ =
            Pattern.compile("(?:Index|Bitmap)[^\\n]*Scan[^\\n]*\\(actual rows=([\\d.]+) loops=(\\d+)\\)");
    private static final Pattern PASSED_OVER = Pattern.compile("Rows Removed by [^:]*: (\\d+)");

    OperationListOnPostgresTest() {
        super(TestDatabase.postgres());
    }

    @Override
    long rowsRead(String sql, Map<String, ?> parameters) {
        String plan = String.join(
                "\n",
                jdbc.sql("explain (analyze, timing off, costs off, buffers off) " + sql)
                        .params(parameters)
                        .query(String.class)
                        .list());
        assertThat(plan).doesNotContain("Seq Scan");
        return READ.matcher(plan)
                        .results()
                        .mapToLong(scan -> (long) (Double.parseDouble(scan.group(1)) * Long.parseLong(scan.group(2))))
                        .sum()
                + PASSED_OVER
                        .matcher(plan)
                        .results()
                        .mapToLong(scan -> Long.parseLong(scan.group(1)))
                        .sum();
    }

    @Override
    void updateStatistics() {
        template.execute("analyze batch_operation");
    }
}
