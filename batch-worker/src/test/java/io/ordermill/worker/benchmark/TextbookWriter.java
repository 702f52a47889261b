package io.ordermill.worker.benchmark;

import io.ordermill.worker.benchmark.TextbookProcessor.Checked;
import io.ordermill.worker.benchmark.TextbookRows.HeaderRow;
import io.ordermill.worker.benchmark.TextbookRows.LineRow;
import io.ordermill.worker.benchmark.TextbookRows.PostingRow;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.item.database.JdbcBatchItemWriter;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SimplePropertySqlParameterSource;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/**
 * Inserts the headers of a chunk one by one, each for its generated key, then all lines and all postings by a {@link
 * JdbcBatchItemWriter} with named parameters, as a JDBC batch each.
 */
final class TextbookWriter implements ItemWriter<Checked> {

    private final NamedParameterJdbcTemplate jdbc;
    private final JdbcBatchItemWriter<LineRow> lines;
    private final JdbcBatchItemWriter<PostingRow> postings;

    TextbookWriter(DataSource dataSource) {
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
        this.lines = writer(dataSource, TextbookRows.INSERT_LINE);
        this.postings = writer(dataSource, TextbookRows.INSERT_POSTING);
    }

    /** Not {@code beanMapped()}, which knows no records. */
    private static <R> JdbcBatchItemWriter<R> writer(DataSource dataSource, String sql) {
        JdbcBatchItemWriter<R> writer = new JdbcBatchItemWriterBuilder<R>()
                .dataSource(dataSource)
                .sql(sql)
                .itemSqlParameterSourceProvider(SimplePropertySqlParameterSource::new)
                .build();
        writer.afterPropertiesSet();
        return writer;
    }

    @Override
    public void write(Chunk<? extends Checked> chunk) throws Exception {
        TextbookRows rows = new TextbookRows();
        for (Checked checked : chunk) {
            rows.add(insert(checked.header()), checked.order());
        }
        lines.write(new Chunk<>(rows.lines()));
        postings.write(new Chunk<>(rows.postings()));
    }

    private long insert(HeaderRow header) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.update(
                TextbookRows.INSERT_HEADER, new SimplePropertySqlParameterSource(header), key, new String[] {"order_id"
                });
        return Objects.requireNonNull(key.getKey()).longValue();
    }
}
