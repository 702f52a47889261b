package io.ordermill.core.reference;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcReferenceStore implements ReferenceStore {

    private static final int BATCH_SIZE = 500;

    private final JdbcTemplate jdbc;
    private final ReferenceVersions versions;
    private final TransactionTemplate transaction;

    JdbcReferenceStore(JdbcTemplate jdbc, ReferenceVersions versions, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public int upsert(String companyId, ReferenceKind kind, List<ReferenceRow> rows) {
        List<ReferenceRow> distinct = lastOfEachKey(kind, rows);
        transaction.executeWithoutResult(status -> {
            versions.raise(companyId);
            insert(companyId, kind, update(companyId, kind, distinct));
        });
        return distinct.size();
    }

    @Override
    public List<ReferenceRow> list(String companyId, ReferenceKind kind, @Nullable ReferenceRow after, int limit) {
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(companyId);
        if (after != null) {
            parameters.addAll(key(kind, after));
        }
        parameters.add(limit);
        String sql = after == null ? ReferenceSql.firstPage(kind) : ReferenceSql.page(kind);
        return jdbc.query(sql, new ReferenceRowMapper(kind), parameters.toArray());
    }

    @Override
    public Map<ReferenceKind, Integer> counts(String companyId) {
        Map<ReferenceKind, Integer> counts = new EnumMap<>(ReferenceKind.class);
        jdbc.query(
                ReferenceSql.counts(),
                row -> {
                    counts.put(ReferenceKind.ofPath(row.getString(1)).orElseThrow(), row.getInt(2));
                },
                Collections.nCopies(ReferenceKind.values().length, companyId).toArray());
        return counts;
    }

    private static List<ReferenceRow> lastOfEachKey(ReferenceKind kind, List<ReferenceRow> rows) {
        Map<List<@Nullable Object>, ReferenceRow> byKey = new LinkedHashMap<>();
        rows.forEach(row -> byKey.put(key(kind, row), row));
        return List.copyOf(byKey.values());
    }

    private static List<@Nullable Object> key(ReferenceKind kind, ReferenceRow row) {
        List<@Nullable Object> key = new ArrayList<>();
        kind.keys().forEach(member -> key.add(row.values().get(member.name())));
        return key;
    }

    /** Returns the rows that are not there yet. */
    private List<ReferenceRow> update(String companyId, ReferenceKind kind, List<ReferenceRow> rows) {
        List<ReferenceMember> values = ReferenceSql.values(kind);
        int[] counts = batch(ReferenceSql.update(kind), rows, (statement, row) -> {
            set(statement, 1, values, row);
            statement.setString(values.size() + 1, companyId);
            set(statement, values.size() + 2, kind.keys(), row);
        });
        return IntStream.range(0, rows.size())
                .filter(index -> counts[index] == 0)
                .mapToObj(rows::get)
                .toList();
    }

    private void insert(String companyId, ReferenceKind kind, List<ReferenceRow> rows) {
        batch(ReferenceSql.insert(kind), rows, (statement, row) -> {
            statement.setString(1, companyId);
            set(statement, 2, kind.members(), row);
        });
    }

    private int[] batch(String sql, List<ReferenceRow> rows, RowSetter setter) {
        return Stream.of(jdbc.batchUpdate(sql, rows, BATCH_SIZE, setter::set))
                .flatMapToInt(IntStream::of)
                .toArray();
    }

    private static void set(PreparedStatement statement, int first, List<ReferenceMember> members, ReferenceRow row)
            throws SQLException {
        int parameter = first;
        for (ReferenceMember member : members) {
            Object value = row.values().get(member.name());
            switch (member.type()) {
                case TEXT -> statement.setObject(parameter, value, Types.VARCHAR);
                case WHOLE -> statement.setObject(parameter, value, Types.BIGINT);
                case DECIMAL -> statement.setObject(parameter, value, Types.NUMERIC);
                case FLAG -> statement.setBoolean(parameter, !Boolean.FALSE.equals(value));
            }
            parameter++;
        }
    }

    @FunctionalInterface
    private interface RowSetter {
        void set(PreparedStatement statement, ReferenceRow row) throws SQLException;
    }
}
