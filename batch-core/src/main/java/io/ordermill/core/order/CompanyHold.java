package io.ordermill.core.order;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds the switches of a company still until the page is committed. On PostgreSQL pages of one company run side by side,
 * but where external ids are unique they follow each other: two pages that wait for each other's numbers and ids would be
 * a deadlock, for only one of the two keys can be inserted in order. On H2 they always follow each other, for want of
 * shared row locks.
 */
final class CompanyHold {

    /** Longer than any transaction over a whole file lasts; H2 gives up waiting after a time, PostgreSQL never. */
    private static final String WITH_PATIENCE = " for update wait 3600";

    private final JdbcClient jdbc;
    private final boolean shared;

    private CompanyHold(JdbcClient jdbc, boolean shared) {
        this.jdbc = jdbc;
        this.shared = shared;
    }

    static CompanyHold sharedByPages(JdbcClient jdbc) {
        return new CompanyHold(jdbc, true);
    }

    static CompanyHold exclusive(JdbcClient jdbc) {
        return new CompanyHold(jdbc, false);
    }

    record Switches(boolean uniqueExternalIds, boolean usesPostingCycles) {}

    Switches take(String companyId) {
        Switches company = switches(companyId, shared ? " for share" : WITH_PATIENCE);
        if (shared && company.uniqueExternalIds) {
            takeTurn(companyId);
        }
        return company;
    }

    /** No other page of the company is written until the transaction ends; new operations of it can still be submitted. */
    void takeAlone(String companyId) {
        switches(companyId, shared ? " for no key update" : WITH_PATIENCE);
    }

    /** As they are at the moment, holding nothing. */
    Switches look(String companyId) {
        return switches(companyId, "");
    }

    private Switches switches(String companyId, String lock) {
        return jdbc.sql("""
                        select unique_external_order_ids,
                            exists (select 1 from posting_cycle where posting_cycle.company_id = company.company_id)
                        from company where company_id = ?""" + lock)
                .param(companyId)
                .query((row, number) -> new Switches(row.getBoolean(1), row.getBoolean(2)))
                .single();
    }

    /** Not a stronger lock on the row: two pages that hold it shared would wait for each other. */
    private void takeTurn(String companyId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("external-order-ids/" + companyId)
                .query((row, number) -> true)
                .single();
    }
}
