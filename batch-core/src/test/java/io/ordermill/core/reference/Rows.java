package io.ordermill.core.reference;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reference rows as tests write them. */
final class Rows {

    private Rows() {}

    static ReferenceRow row(Object... namesAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return new ReferenceRow(values);
    }

    static ReferenceRow with(ReferenceRow row, String name, Object value) {
        Map<String, Object> values = new LinkedHashMap<>(row.values());
        values.put(name, value);
        return new ReferenceRow(values);
    }
}
