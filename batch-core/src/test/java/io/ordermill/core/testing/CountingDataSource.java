package io.ordermill.core.testing;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;

/** Remembers the statements that are executed through it; a JDBC batch is one. */
public class CountingDataSource extends ObservedDataSource {

    private final List<String> statements = Collections.synchronizedList(new ArrayList<>());

    public CountingDataSource(DataSource target) {
        super(target);
    }

    /** Forgets what was executed before. */
    public void reset() {
        statements.clear();
    }

    public List<String> statements() {
        return List.copyOf(statements);
    }

    @Override
    protected Object around(Connection connection, String sql, Call call) throws Throwable {
        if (!sql.equals(COMMIT)) {
            statements.add(sql);
        }
        return call.run();
    }
}
