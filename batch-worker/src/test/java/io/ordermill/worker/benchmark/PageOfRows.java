package io.ordermill.worker.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The orders of one page of an import, by their ids; what is below them has the same. */
record PageOfRows(long firstOrder, long lastOrder) {

    static final List<String> TABLES = List.of("sales_order", "sales_order_line", "gl_posting");

    static List<PageOfRows> all(Connection connection) throws SQLException {
        List<PageOfRows> pages = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select min(order_id), max(order_id)
                        from (select item_index / 100 as page, order_id from sales_order) as numbered
                        group by page order by page""")) {
            while (row.next()) {
                pages.add(new PageOfRows(row.getLong(1), row.getLong(2)));
            }
        }
        return pages;
    }

    /** Selects the rows of this page, as they are in the table. */
    String select(String table) {
        return "select * from " + table + " where order_id between " + firstOrder + " and " + lastOrder;
    }
}
