package io.ordermill.core.company;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcCompanyStore implements CompanyStore {

    private static final String SELECT = "select company_id, name, unique_external_order_ids from company ";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    JdbcCompanyStore(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Optional<Company> find(String companyId) {
        return jdbc.sql(SELECT + "where company_id = ?")
                .param(companyId)
                .query(JdbcCompanyStore::company)
                .optional();
    }

    @Override
    public List<Company> list() {
        return jdbc.sql(SELECT + "order by company_id")
                .query(JdbcCompanyStore::company)
                .list();
    }

    private static Company company(ResultSet row, int number) throws SQLException {
        return new Company(row.getString(1), row.getString(2), row.getBoolean(3));
    }

    @Override
    public void save(Company company) {
        try {
            transaction.executeWithoutResult(status -> store(company));
        } catch (DuplicateKeyException e) {
            throw new ExternalOrderIdsNotUniqueException(company.companyId(), e);
        }
    }

    /**
     * An update waits for the pages being written, which hold the company's row shared: none of them can save by the old
     * switch after the new one is in force.
     */
    private void store(Company company) {
        if (rename(company) || insert(company)) {
            return;
        }
        jdbc.sql("update company set name = ?, unique_external_order_ids = ? where company_id = ?")
                .params(company.name(), company.uniqueExternalOrderIds(), company.companyId())
                .update();
        followSwitch(company);
    }

    private boolean rename(Company company) {
        return jdbc.sql("update company set name = ? where company_id = ? and unique_external_order_ids = ?")
                        .params(company.name(), company.companyId(), company.uniqueExternalOrderIds())
                        .update()
                > 0;
    }

    private boolean insert(Company company) {
        return jdbc.sql("""
                                insert into company (company_id, name, unique_external_order_ids) values (?, ?, ?)
                                on conflict do nothing""")
                        .params(company.companyId(), company.name(), company.uniqueExternalOrderIds())
                        .update()
                > 0;
    }

    /** Lets the unique index hold the external ids of saved orders exactly while the company wants them unique. */
    private void followSwitch(Company company) {
        String sql = company.uniqueExternalOrderIds()
                ? """
                update sales_order set unique_external_order_id = external_order_id
                where company_id = ? and external_order_id <> ''"""
                : "update sales_order set unique_external_order_id = null where company_id = ?";
        jdbc.sql(sql).param(company.companyId()).update();
    }
}
