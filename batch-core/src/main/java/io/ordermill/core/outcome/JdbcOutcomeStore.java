package io.ordermill.core.outcome;

import io.ordermill.core.file.ItemBytes;
import io.ordermill.core.order.Judgement;
import io.ordermill.core.order.PageOutcome.RefusedItem;
import io.ordermill.core.order.StoredJson;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOutcomeStore implements OutcomeStore {

    /** An item may have many megabytes, so pages are cut by bytes; what a column holds is known without reading it. */
    private static final long PAGE_BYTES = 4 << 20;

    private static final int ERRORS_PER_PAGE = 1_000;
    private static final int KINDS_KEPT = 5_000;

    private static final String SIZE = "octet_length(json) + octet_length(errors)";

    private static final String AFTER = " from failed_item where operation_id = ? and item_index > ?";
    private static final String OF_KIND = " and errors like ? escape '!' and errors like ? escape '!'";

    /** H2 reads in the order of an index where every column of it is named; else it sorts all that is left at each page. */
    private static final String IN_ORDER = " order by operation_id, item_index";

    private static final String PAGE = IN_ORDER + " limit ?";
    private static final String UP_TO = " and item_index <= ?" + IN_ORDER;

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
        ItemBytes item = refused.item().json();
        ItemBytes json = isObject ? ResubmittableJson.of(item) : item;
        statement.setObject(1, operationId);
        statement.setInt(2, refused.item().index());
        statement.setBinaryStream(3, json.open(), json.length());
        statement.setBoolean(4, isObject);
        statement.setString(5, StoredJson.errors(refused.errors()));
    }

    private static boolean isObject(Judgement judgement) {
        return !(judgement instanceof Judgement.Refused refused && refused.keys() == null);
    }

    @Override
    public List<FailedItem> failures(UUID operationId, int afterIndex, int limit) {
        int last = lastOfPage(SIZE, operationId, afterIndex, limit);
        return last == afterIndex
                ? List.of()
                : jdbc.query("select *" + AFTER + UP_TO, JdbcOutcomeStore::failedItem, operationId, afterIndex, last);
    }

    /** The text of the column finds them, but for an item that has the code and the message in two different errors. */
    @Override
    public List<FailedItem> failures(UUID operationId, ErrorKind kind, int afterIndex, int limit) {
        int after = afterIndex;
        List<FailedItem> found = List.of();
        while (found.isEmpty()) {
            List<FailedItem> page = candidates(operationId, kind, after, limit);
            if (page.isEmpty()) {
                return List.of();
            }
            found = page.stream().filter(item -> item.has(kind)).toList();
            after = page.get(page.size() - 1).itemIndex();
        }
        return found;
    }

    private List<FailedItem> candidates(UUID operationId, ErrorKind kind, int afterIndex, int limit) {
        String code = ErrorText.ofCode(kind);
        String message = ErrorText.ofMessage(kind);
        int last = Objects.requireNonNull(jdbc.query(
                "select item_index, " + SIZE + AFTER + OF_KIND + PAGE,
                sizes -> {
                    return lastThatFits(sizes, afterIndex);
                },
                operationId,
                afterIndex,
                code,
                message,
                limit));
        return jdbc.query(
                "select *" + AFTER + OF_KIND + UP_TO,
                JdbcOutcomeStore::failedItem,
                operationId,
                afterIndex,
                code,
                message,
                last);
    }

    private static FailedItem failedItem(ResultSet row, int number) throws SQLException {
        return new FailedItem(
                row.getInt("item_index"),
                row.getBytes("json"),
                row.getBoolean("is_object"),
                StoredJson.errors(row.getString("errors")));
    }

    @Override
    public List<Integer> failedIndexes(UUID operationId, int afterIndex, int limit) {
        return jdbc.queryForList("select item_index" + AFTER + PAGE, Integer.class, operationId, afterIndex, limit);
    }

    @Override
    public ErrorSummary errorSummary(UUID operationId, int limit) {
        ErrorTally tally = new ErrorTally(Math.max(limit, KINDS_KEPT));
        count(operationId, tally);
        if (tally.needsRecount()) {
            tally.beginRecount();
            count(operationId, tally);
        }
        return tally.summary(limit);
    }

    private void count(UUID operationId, ErrorTally tally) {
        int after = -1;
        for (int last = lastErrors(operationId, after); last > after; last = lastErrors(operationId, after)) {
            jdbc.query(
                    "select item_index, errors" + AFTER + UP_TO,
                    row -> {
                        tally.add(row.getInt(1), StoredJson.errors(row.getString(2)));
                    },
                    operationId,
                    after,
                    last);
            after = last;
        }
    }

    private int lastErrors(UUID operationId, int afterIndex) {
        return lastOfPage("octet_length(errors)", operationId, afterIndex, ERRORS_PER_PAGE);
    }

    /** The index of a page's last item; the given one where there are no more. */
    private int lastOfPage(String size, UUID operationId, int afterIndex, int limit) {
        return Objects.requireNonNull(jdbc.query(
                "select item_index, " + size + AFTER + PAGE,
                sizes -> {
                    return lastThatFits(sizes, afterIndex);
                },
                operationId,
                afterIndex,
                limit));
    }

    private static Integer lastThatFits(ResultSet sizes, int afterIndex) throws SQLException {
        int last = afterIndex;
        long bytes = 0;
        while (sizes.next()) {
            bytes += sizes.getLong(2);
            if (bytes > PAGE_BYTES && last > afterIndex) {
                return last;
            }
            last = sizes.getInt(1);
        }
        return last;
    }
}
