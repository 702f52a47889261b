package io.ordermill.core.order;

import static java.util.stream.Collectors.joining;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/** A table and how its rows are made: the one list of columns for every way of inserting them. */
record Table<R>(String name, List<Column<R>> columns) {

    Table {
        columns = List.copyOf(columns);
    }

    /** For example {@code sales_order_line (order_id, line_number)}. */
    String signature() {
        return name + " (" + columnNames() + ")";
    }

    String columnNames() {
        return columns.stream().map(Column::name).collect(joining(", "));
    }

    String insert() {
        return "insert into " + signature() + " values (" + String.join(", ", Collections.nCopies(columns.size(), "?"))
                + ")";
    }

    void setParameters(PreparedStatement statement, R row) throws SQLException {
        int parameter = 0;
        for (Column<R> column : columns) {
            statement.setObject(++parameter, column.value().apply(row), column.sqlType());
        }
    }
}
