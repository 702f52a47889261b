package io.ordermill.api.reference;

import io.ordermill.api.problem.ProblemException;
import io.ordermill.api.web.Cursor;
import io.ordermill.core.reference.ReferenceKind;
import io.ordermill.core.reference.ReferenceMember;
import io.ordermill.core.reference.ReferenceRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The keys of the last row of a page as a cursor, and back. */
final class RowCursor {

    private final JsonMapper json;

    RowCursor(JsonMapper json) {
        this.json = json;
    }

    String position(ReferenceKind kind, ReferenceRow row) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        kind.keys().forEach(key -> keys.put(key.name(), row.values().get(key.name())));
        return json.writeValueAsString(keys);
    }

    ReferenceRow row(ReferenceKind kind, String cursor) {
        String position = Cursor.decode(cursor);
        List<GivenRow> rows;
        try {
            rows = new JsonRows(json).read("[" + position + "]");
        } catch (ProblemException malformed) {
            throw Cursor.foreign();
        }
        Map<String, GivenRow.Value> given = rows.size() == 1 ? rows.get(0).values() : null;
        if (given == null || given.size() != kind.keys().size()) {
            throw Cursor.foreign();
        }
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        for (ReferenceMember key : kind.keys()) {
            GivenRow.Value value = given.get(key.name());
            Object checked =
                    value == null ? null : MemberCheck.check(key, value).value();
            if (checked == null) {
                throw Cursor.foreign();
            }
            keys.put(key.name(), checked);
        }
        return new ReferenceRow(keys);
    }
}
