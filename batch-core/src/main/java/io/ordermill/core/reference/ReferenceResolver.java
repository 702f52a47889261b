package io.ordermill.core.reference;

import java.util.Set;

/** Resolves the keys of a page by set, through a cache that is at most half a minute old. */
public interface ReferenceResolver {

    /**
     * Resolves the given keys and all they lead to: a product's unit, account and tax code, a customer's currency, a
     * transaction type's series.
     */
    References resolve(String companyId, Set<ReferenceKey> keys);
}
