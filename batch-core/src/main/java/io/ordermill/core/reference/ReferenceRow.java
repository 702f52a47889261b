package io.ordermill.core.reference;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of reference data.
 *
 * @param values by member name: String, Long, BigDecimal or Boolean by the member's type; null where not given
 */
public record ReferenceRow(Map<String, @Nullable Object> values) {

    public ReferenceRow {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
