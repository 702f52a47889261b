package io.ordermill.core.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/** Rows in the text format of COPY: tabs between values, a line feed after each row, sent in blocks. */
final class CopyText {

    private static final int BLOCK_LENGTH = 1 << 16;

    private final CopyIn copy;
    private final StringBuilder block = new StringBuilder(BLOCK_LENGTH + 4_096);

    CopyText(CopyIn copy) {
        this.copy = copy;
    }

    <R> void row(Table<R> table, R row) throws SQLException {
        List<Column<R>> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            if (i > 0) {
                block.append('\t');
            }
            append(block, columns.get(i).value().apply(row));
        }
        block.append('\n');
        if (block.length() >= BLOCK_LENGTH) {
            flush();
        }
    }

    void flush() throws SQLException {
        byte[] bytes = block.toString().getBytes(UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        block.setLength(0);
    }

    static void append(StringBuilder target, @Nullable Object value) {
        if (value == null) {
            target.append("\\N");
        } else if (value instanceof String text) {
            escape(target, text);
        } else if (value instanceof BigDecimal decimal) {
            target.append(decimal.toPlainString());
        } else {
            target.append(value);
        }
    }

    private static void escape(StringBuilder target, String text) {
        if (isPlain(text)) {
            target.append(text);
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> target.append("\\\\");
                case '\t' -> target.append("\\t");
                case '\n' -> target.append("\\n");
                case '\r' -> target.append("\\r");
                default -> target.append(c);
            }
        }
    }

    // Most texts are, and then go over as a whole.
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' || c == '\t' || c == '\n' || c == '\r') {
                return false;
            }
        }
        return true;
    }
}
