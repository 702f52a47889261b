package io.ordermill.worker.benchmark;

import io.ordermill.worker.benchmark.TextbookRows.HeaderRow;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SimplePropertySqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/**
 * Named parameters and JDBC batches, as {@code JdbcBatchItemWriter} does it, headers first for their generated keys, these
 * too in one batch. Flattered: numbers come from a counter of its own.
 */
final class BareTextbookWriter implements ItemWriter<TextbookOrder> {

    private final NamedParameterJdbcTemplate jdbc;
    private long number;

    BareTextbookWriter(DataSource dataSource) {
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
    }

    @Override
    public void write(Chunk<? extends TextbookOrder> chunk) {
        List<Long> ids = insertHeaders(chunk);
        TextbookRows rows = new TextbookRows();
        int index = 0;
        for (TextbookOrder order : chunk) {
            rows.add(ids.get(index++), order);
        }
        jdbc.batchUpdate(TextbookRows.INSERT_LINE, parameters(rows.lines()));
        jdbc.batchUpdate(TextbookRows.INSERT_POSTING, parameters(rows.postings()));
    }

    private List<Long> insertHeaders(Chunk<? extends TextbookOrder> chunk) {
        List<HeaderRow> headers = chunk.getItems().stream()
                .map(order -> HeaderRow.of(order, "1", ++number, "NOK"))
                .toList();
        GeneratedKeyHolder keys = new GeneratedKeyHolder();
        jdbc.batchUpdate(TextbookRows.INSERT_HEADER, parameters(headers), keys, new String[] {"order_id"});
        return keys.getKeyList().stream().map(key -> (Long) key.get("order_id")).toList();
    }

    private static SqlParameterSource[] parameters(List<?> rows) {
        return rows.stream().map(SimplePropertySqlParameterSource::new).toArray(SqlParameterSource[]::new);
    }
}
