package io.ordermill.core.reference;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Reads rows whose columns are a kind's members in their order. */
record ReferenceRowMapper(ReferenceKind kind) implements RowMapper<ReferenceRow> {

    @Override
    public ReferenceRow mapRow(ResultSet row, int number) throws SQLException {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        int column = 0;
        for (ReferenceMember member : kind.members()) {
            values.put(member.name(), value(row, ++column, member.type()));
        }
        return new ReferenceRow(values);
    }

    private static @Nullable Object value(ResultSet row, int column, ReferenceMember.Type type) throws SQLException {
        return switch (type) {
            case TEXT -> row.getString(column);
            case WHOLE -> row.getObject(column, Long.class);
            case DECIMAL -> withoutFill(row.getBigDecimal(column));
            case FLAG -> row.getObject(column, Boolean.class);
        };
    }

    /** Without the zeros the column fills the scale with. */
    private static @Nullable BigDecimal withoutFill(@Nullable BigDecimal stored) {
        if (stored == null) {
            return null;
        }
        BigDecimal stripped = stored.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
