package io.ordermill.core.order;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Rows as an array of objects, one member for each column that is not null: what PostgreSQL can make rows of again. */
final class RowsJson {

    private static final JsonFactory JSON = new JsonFactory();

    private RowsJson() {}

    static <R> String of(Table<R> table, List<R> rows) {
        StringWriter text = new StringWriter(rows.size() * 1_024);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartArray();
            for (R row : rows) {
                json.writeStartObject();
                table.columns().forEach(column -> write(json, column, row));
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        return text.toString();
    }

    private static <R> void write(JsonGenerator json, Column<R> column, R row) {
        Object value = column.value().apply(row);
        if (value == null) {
            return;
        }
        json.writeName(column.name());
        if (value instanceof BigDecimal decimal) {
            json.writeNumber(decimal);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writeString(value.toString());
        }
    }
}
