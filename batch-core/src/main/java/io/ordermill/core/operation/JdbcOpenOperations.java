package io.ordermill.core.operation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOpenOperations implements OpenOperations {

    private final JdbcClient jdbc;

    JdbcOpenOperations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Count count(String companyId) {
        return jdbc.sql("""
                        select count(case when company_id = ? then 1 end), count(*)
                        from batch_operation where status in ('N', 'W', 'K')""")
                .param(companyId)
                .query((row, number) -> new Count(row.getInt(1), row.getInt(2)))
                .single();
    }

    /** Two statements: only one that begins after the lock has been got sees what was committed while waiting for it. */
    @Override
    public Count countAlone(String companyId) {
        jdbc.sql("select slot from queue_gate where slot = 1 for update")
                .query(Integer.class)
                .single();
        return count(companyId);
    }
}
