package io.ordermill.core.reference;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts the changes of a company's reference data, so that every process knows when what it remembers is out of date: an
 * order that was refused for an unknown customer is accepted as soon as the customer is there.
 */
@Repository
class ReferenceVersions {

    private final JdbcClient jdbc;

    ReferenceVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Zero where nothing has been changed yet. */
    long current(String companyId) {
        return jdbc.sql("select version from reference_version where company_id = ?")
                .param(companyId)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Makes changes of one company's reference data wait for each other until the caller's transaction ends. */
    void raise(String companyId) {
        if (increment(companyId) == 0 && insert(companyId) == 0) {
            increment(companyId);
        }
    }

    private int increment(String companyId) {
        return jdbc.sql("update reference_version set version = version + 1 where company_id = ?")
                .param(companyId)
                .update();
    }

    private int insert(String companyId) {
        return jdbc.sql("insert into reference_version (company_id, version) values (?, 1) on conflict do nothing")
                .param(companyId)
                .update();
    }
}
