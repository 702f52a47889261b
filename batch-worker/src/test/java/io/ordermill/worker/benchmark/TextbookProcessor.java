package io.ordermill.worker.benchmark;

import io.ordermill.worker.benchmark.TextbookRows.HeaderRow;
import javax.sql.DataSource;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Checks an order against the reference data, a query for each key it gives, and draws its number. That is, by primary key
 * and in the chunk's transaction: customer, transaction type, responsible and sales person, the product of each line, then
 * the number series selected for update and updated; for an order of ten lines 16 round trips. What is unknown or inactive
 * fails the job. Dimension values are not asked for, since the company keeps none; nothing else is validated.
 */
final class TextbookProcessor implements ItemProcessor<TextbookOrder, TextbookProcessor.Checked> {

    /** An order that may be saved, and its header. */
    record Checked(HeaderRow header, TextbookOrder order) {}

    private final JdbcTemplate jdbc;
    private final String companyId;

    TextbookProcessor(DataSource dataSource, String companyId) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.companyId = companyId;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IncorrectResultSizeDataAccessException if a reference is unknown
     */
    @Override
    public Checked process(TextbookOrder order) {
        String currency = lookUp(
                "select currency_code from customer where company_id = ? and customer_id = ? and active",
                order.customerId());
        String series = lookUp(
                "select number_series from transaction_type where company_id = ? and transaction_type = ?",
                order.transactionType());
        requireSalesPerson(order.responsible());
        requireSalesPerson(order.salesPerson());
        order.orderLines().forEach(line -> requireProduct(line.productCode()));
        return new Checked(HeaderRow.of(order, companyId, nextNumber(series), currency), order);
    }

    private void requireSalesPerson(String userId) {
        lookUp("select user_id from sales_person where company_id = ? and user_id = ? and active", userId);
    }

    private void requireProduct(String productCode) {
        lookUp("select product_code from product where company_id = ? and product_code = ? and active", productCode);
    }

    private String lookUp(String sql, String key) {
        return jdbc.queryForObject(sql, String.class, companyId, key);
    }

    private long nextNumber(String series) {
        long number = jdbc.queryForObject("""
                select coalesce(next_number, first_number) from number_series
                where company_id = ? and number_series = ? for update""", Long.class, companyId, series);
        jdbc.update(
                "update number_series set next_number = ? where company_id = ? and number_series = ?",
                number + 1,
                companyId,
                series);
        return number;
    }
}
