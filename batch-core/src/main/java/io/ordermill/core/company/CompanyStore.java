package io.ordermill.core.company;

import java.util.List;
import java.util.Optional;

/** Companies and their switches. */
public interface CompanyStore {

    Optional<Company> find(String companyId);

    /** All companies, in order of their ids. */
    List<Company> list();

    /**
     * Creates or replaces a company.
     *
     * @throws ExternalOrderIdsNotUniqueException when unique external order ids are switched on but saved orders share one;
     *     nothing is changed then
     */
    void save(Company company);
}
