package io.ordermill.core.reference;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps reference data, per company and kind. */
public interface ReferenceStore {

    /**
     * Inserts or replaces rows by key, all or none. Numbers already drawn from a number series or cycle are never drawn
     * again, whatever its new bounds.
     *
     * @return rows stored; of two rows with one key the later counts
     */
    int upsert(String companyId, ReferenceKind kind, List<ReferenceRow> rows);

    /**
     * One page in key order.
     *
     * @param after the last row of the page before; null for the first page
     */
    List<ReferenceRow> list(String companyId, ReferenceKind kind, @Nullable ReferenceRow after, int limit);

    /** How many rows of each kind the company has. */
    Map<ReferenceKind, Integer> counts(String companyId);
}
