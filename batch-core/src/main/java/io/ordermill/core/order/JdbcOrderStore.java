package io.ordermill.core.order;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOrderStore implements OrderStore {

    private final JdbcClient jdbc;

    JdbcOrderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<SalesOrder> find(String companyId, long orderNumber) {
        List<OrderLine> lines = jdbc.sql("""
                select line.* from sales_order_line line join sales_order using (order_id)
                where company_id = ? and order_number = ? order by line_number""")
                .params(companyId, orderNumber)
                .query(StoredOrder::line)
                .list();
        return jdbc.sql("select * from sales_order where company_id = ? and order_number = ?")
                .params(companyId, orderNumber)
                .query((row, number) -> StoredOrder.header(row, lines))
                .optional();
    }

    /** By kind: «revenue» before «tax», which is also their order as words. */
    @Override
    public List<Posting> postings(String companyId, long orderNumber) {
        return jdbc.sql("""
                select posting.* from gl_posting posting join sales_order using (order_id)
                where company_id = ? and order_number = ? order by line_number, split_number, kind""")
                .params(companyId, orderNumber)
                .query(StoredOrder::posting)
                .list();
    }

    @Override
    public List<Integer> workflowTaskLines(String companyId, long orderNumber) {
        return jdbc.sql("""
                select line_number from workflow_task join sales_order using (order_id)
                where company_id = ? and order_number = ? order by line_number""").params(companyId, orderNumber).query(Integer.class).list();
    }

    @Override
    public List<OrderSummary> summaries(UUID operationId, int afterIndex, int limit) {
        return jdbc.sql("""
                select item_index, order_number, transaction_type, customer_id, external_order_id, order_date,
                    currency_code, line_count, total_amount
                from sales_order where operation_id = ? and item_index > ? order by operation_id, item_index limit ?""")
                .params(operationId, afterIndex, limit)
                .query(StoredOrder::summary)
                .list();
    }

    @Override
    public List<Integer> savedIndexes(UUID operationId, int afterIndex, int limit) {
        return jdbc.sql("""
                select item_index from sales_order
                where operation_id = ? and item_index > ? order by operation_id, item_index limit ?""")
                .params(operationId, afterIndex, limit)
                .query(Integer.class)
                .list();
    }
}
