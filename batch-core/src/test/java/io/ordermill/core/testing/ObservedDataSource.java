package io.ordermill.core.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Lets a test stand around every statement that is executed and every commit; a JDBC batch is one statement. */
public abstract class ObservedDataSource extends DelegatingDataSource {

    public static final String COMMIT = "commit";

    protected ObservedDataSource(DataSource target) {
        super(target);
    }

    /** What the database is asked to do. */
    protected interface Call {
        Object run() throws Throwable;
    }

    /**
     * Called in place of the call.
     *
     * @param sql the statement, or {@link #COMMIT}
     */
    protected abstract Object around(Connection connection, String sql, Call call) throws Throwable;

    @Override
    public Connection getConnection() throws SQLException {
        return observed(super.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return observed(super.getConnection(user, password));
    }

    private Connection observed(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals(COMMIT)) {
                return around(connection, COMMIT, () -> call(connection, method, arguments));
            }
            Object result = call(connection, method, arguments);
            if (result instanceof PreparedStatement statement) {
                return observed(PreparedStatement.class, statement, connection, (String) arguments[0]);
            }
            return result instanceof Statement statement
                    ? observed(Statement.class, statement, connection, "")
                    : result;
        });
    }

    private <T extends Statement> T observed(Class<T> type, T statement, Connection connection, String prepared) {
        return proxy(type, (proxy, method, arguments) -> {
            if (!method.getName().startsWith("execute")) {
                return call(statement, method, arguments);
            }
            String sql = prepared.isEmpty() ? String.valueOf(arguments[0]) : prepared;
            return around(connection, sql, () -> call(statement, method, arguments));
        });
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
