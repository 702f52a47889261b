package io.ordermill.core.reference;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Finds rows by set: one query for all keys of a kind. */
@Repository
class ReferenceLookup {

    private final JdbcTemplate jdbc;

    ReferenceLookup(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Finds the rows that are there, and with a kind of several key members perhaps others that were not asked for.
     *
     * @param values keys as in {@link ReferenceKey#value}
     */
    Map<ReferenceKey, ReferenceRow> find(String companyId, ReferenceKind kind, List<String> values) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(companyId);
        for (int part = 0; part < kind.keys().size(); part++) {
            parameters.add(array(kind, part, values));
        }
        Map<ReferenceKey, ReferenceRow> found = new HashMap<>();
        for (ReferenceRow row :
                jdbc.query(ReferenceSql.byKeys(kind), new ReferenceRowMapper(kind), parameters.toArray())) {
            found.put(keyOf(kind, row), row);
        }
        return found;
    }

    Set<ReferenceKind> kindsInUse(String companyId) {
        Object[] parameters =
                Collections.nCopies(ReferenceKind.values().length, companyId).toArray();
        return jdbc.queryForList(ReferenceSql.kindsInUse(), String.class, parameters).stream()
                .flatMap(path -> ReferenceKind.ofPath(path).stream())
                .collect(toUnmodifiableSet());
    }

    private static SqlArrayValue array(ReferenceKind kind, int part, List<String> values) {
        List<ReferenceMember> keys = kind.keys();
        boolean whole = keys.get(part).type() == ReferenceMember.Type.WHOLE;
        Object[] elements = values.stream()
                .map(value -> value.split("/", keys.size())[part])
                .distinct()
                .<Object>map(element -> whole ? Long.valueOf(element) : element)
                .toArray();
        return new SqlArrayValue(whole ? "bigint" : "varchar", elements);
    }

    private static ReferenceKey keyOf(ReferenceKind kind, ReferenceRow row) {
        return new ReferenceKey(
                kind,
                kind.keys().stream()
                        .map(key -> String.valueOf(row.values().get(key.name())))
                        .collect(joining("/")));
    }
}
