package io.ordermill.core.outcome;

import io.ordermill.core.order.Judgement;
import io.ordermill.core.order.PageOutcome.RefusedItem;
import io.ordermill.core.order.StoredJson;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOutcomeStore implements OutcomeStore {

    private final JdbcTemplate jdbc;

    JdbcOutcomeStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void record(UUID operationId, List<RefusedItem> items) {
        jdbc.batchUpdate(
                "insert into failed_item (operation_id, item_index, json, is_object, errors) values (?, ?, ?, ?, ?)",
                items,
                Math.max(1, items.size()),
                (statement, item) -> set(statement, operationId, item));
    }

    private static void set(PreparedStatement statement, UUID operationId, RefusedItem refused) throws SQLException {
        boolean isObject = isObject(refused.item().judgement());
        byte[] json = refused.item().json();
        statement.setObject(1, operationId);
        statement.setInt(2, refused.item().index());
        statement.setBytes(3, isObject ? ResubmittableJson.of(json) : json);
        statement.setBoolean(4, isObject);
        statement.setString(5, StoredJson.errors(refused.errors()));
    }

    private static boolean isObject(Judgement judgement) {
        return !(judgement instanceof Judgement.Refused refused && refused.keys() == null);
    }

    @Override
    public List<FailedItem> failures(UUID operationId, int afterIndex, int limit) {
        return jdbc.query(
                """
                select item_index, json, is_object, errors from failed_item
                where operation_id = ? and item_index > ? order by item_index limit ?""",
                (row, number) -> new FailedItem(
                        row.getInt(1), row.getBytes(2), row.getBoolean(3), StoredJson.errors(row.getString(4))),
                operationId,
                afterIndex,
                limit);
    }
}
