package io.ordermill.core.operation;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcProgressHistory implements ProgressHistory {

    private final JdbcClient jdbc;

    JdbcProgressHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page does not fail for the sake of a chart: of two samples of one moment the first one stays. */
    @Override
    public void add(UUID operationId, Sample sample) {
        jdbc.sql("""
                insert into progress_sample (operation_id, sampled_at, judged_items) values (?, ?, ?)
                on conflict do nothing""")
                .params(operationId, OperationRow.column(sample.at()), sample.judgedItems())
                .update();
    }

    @Override
    public List<Sample> samples(UUID operationId, int most) {
        List<Sample> all = jdbc.sql("""
                        select sampled_at, judged_items from progress_sample
                        where operation_id = ? order by operation_id, sampled_at""")
                .param(operationId)
                .query((row, number) -> new Sample(
                        row.getObject("sampled_at", OffsetDateTime.class).toInstant(), row.getInt("judged_items")))
                .list();
        int size = all.size();
        return size <= most
                ? all
                : IntStream.rangeClosed(1, most)
                        .mapToObj(number -> all.get((int) ((long) number * size / most) - 1))
                        .toList();
    }
}
