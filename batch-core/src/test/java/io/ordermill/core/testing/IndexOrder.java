package io.ordermill.core.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * Asks H2 about each query for a page how it goes about it: in the order of an index, or by sorting whatever comes after the
 * page before, which makes reading all pages take the square of their number.
 */
public final class IndexOrder extends ObservedDataSource {

    private final List<String> inOrder = new ArrayList<>();
    private final List<String> sorting = new ArrayList<>();

    public IndexOrder(DataSource h2) {
        super(h2);
    }

    /** Queries for a page that H2 reads in the order of an index. */
    public List<String> inOrder() {
        return inOrder;
    }

    /** Plans of those that it sorts. */
    public List<String> sorting() {
        return sorting;
    }

    @Override
    protected Object around(Connection connection, String sql, Call call) throws Throwable {
        if (sql.toLowerCase(Locale.ROOT).contains("order by")) {
            String plan = plan(connection, sql);
            (plan.contains("/* index sorted */") ? inOrder : sorting).add(plan);
        }
        return call.run();
    }

    private static String plan(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet plan = statement.executeQuery("explain " + sql)) {
            plan.next();
            return plan.getString(1);
        }
    }
}
