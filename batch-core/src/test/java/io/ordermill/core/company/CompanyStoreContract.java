package io.ordermill.core.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordermill.core.testing.StoreContract;
import io.ordermill.core.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

abstract class CompanyStoreContract extends StoreContract {

    private final JdbcCompanyStore store = new JdbcCompanyStore(jdbc, transactions);
    private int orders;

    CompanyStoreContract(TestDatabase database) {
        super(database);
    }

    @Test
    void findsNoCompanyThatWasNotSaved() {
        assertThat(store.find("nobody")).isEmpty();
    }

    @Test
    void givesBackWhatWasSavedLast() {
        store.save(new Company("renamed", "Before", false));
        store.save(new Company("renamed", "After", false));

        assertThat(store.find("renamed")).contains(new Company("renamed", "After", false));
    }

    @Test
    void listsCompaniesInOrderOfTheirIds() {
        store.save(new Company("list-b", "B", true));
        store.save(new Company("list-a", "A", false));

        assertThat(store.list())
                .filteredOn(company -> company.companyId().startsWith("list-"))
                .containsExactly(new Company("list-a", "A", false), new Company("list-b", "B", true));
    }

    @Test
    void watchesTheExternalIdsOfSavedOrdersOnceTheyMustBeUnique() {
        store.save(new Company("switched", "Name", false));
        saveOrder("switched", "first");
        saveOrder("switched", "");
        saveOrder("switched", "");
        saveOrder("switched", null);

        store.save(new Company("switched", "Name", true));

        assertThat(store.find("switched")).contains(new Company("switched", "Name", true));
        assertThat(watchedIds("switched")).containsExactly("first");
    }

    @Test
    void watchesExternalIdsNoLongerOnceTheyNeedNotBeUnique() {
        store.save(new Company("switched-off", "Name", false));
        saveOrder("switched-off", "first");
        store.save(new Company("switched-off", "Name", true));

        store.save(new Company("switched-off", "Name", false));

        assertThat(watchedIds("switched-off")).isEmpty();
    }

    @Test
    void changesNothingWhenSavedOrdersShareAnExternalId() {
        store.save(new Company("shared", "Before", false));
        saveOrder("shared", "same");
        saveOrder("shared", "same");

        assertThatThrownBy(() -> store.save(new Company("shared", "After", true)))
                .isInstanceOf(ExternalOrderIdsNotUniqueException.class);

        assertThat(store.find("shared")).contains(new Company("shared", "Before", false));
        assertThat(watchedIds("shared")).isEmpty();
    }

    private void saveOrder(String companyId, String externalOrderId) {
        jdbc.sql("""
                insert into sales_order (
                    order_id, company_id, order_number, line_count, total_amount, saved_at, customer_id, currency_code,
                    external_order_id, order_date, period, responsible, sales_person, transaction_type,
                    has_delivery_information, has_invoicing)
                values (?, ?, ?, 0, 0, current_timestamp, 'c', 'EUR', ?, ?, 202601, 'r', 's', 't', false, false)""")
                .params(++orders, companyId, orders, externalOrderId, LocalDate.of(2026, 1, 1))
                .update();
    }

    private List<String> watchedIds(String companyId) {
        return jdbc.sql("""
                select unique_external_order_id from sales_order
                where company_id = ? and unique_external_order_id is not null""").param(companyId).query(String.class).list();
    }
}
