package io.ordermill.core;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Keeps what is read from embedded H2 true after a kill. H2 shows a commit to others <em>before</em> it writes it to the
 * file; whoever read it in between would, after a kill in that moment, see an operation go back. So a read outside of a
 * transaction, and a transaction's end, wait for the commits under way at that moment. A commit waits for no lock of a row,
 * therefore nobody here waits for long, nor in a circle.
 *
 * <p>Only transactions are waited for: what callers may see change is written in one, not by a statement that commits itself.
 */
final class DurableReads extends DelegatingDataSource {

    private final Map<Connection, CompletableFuture<Void>> commitsUnderWay = new ConcurrentHashMap<>();

    DurableReads(DataSource database) {
        super(database);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return durable(super.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return durable(super.getConnection(user, password));
    }

    private Connection durable(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("commit")) {
                return commit(connection, method, arguments);
            }
            // Statements of transactions stay as they are: there are many, and they need nothing.
            Object result = call(connection, method, arguments);
            if (result instanceof PreparedStatement statement && connection.getAutoCommit()) {
                return durable(PreparedStatement.class, statement);
            }
            return result instanceof Statement statement && connection.getAutoCommit()
                    ? durable(Statement.class, statement)
                    : result;
        });
    }

    private Object commit(Connection connection, Method method, Object[] arguments) throws Throwable {
        CompletableFuture<Void> stored = new CompletableFuture<>();
        commitsUnderWay.put(connection, stored);
        try {
            return call(connection, method, arguments);
        } finally {
            commitsUnderWay.remove(connection);
            stored.complete(null);
            awaitCommitsUnderWay();
        }
    }

    private <T extends Statement> T durable(Class<T> type, T statement) {
        return proxy(type, (proxy, method, arguments) -> {
            Object result = call(statement, method, arguments);
            if (method.getName().startsWith("execute")) {
                awaitCommitsUnderWay();
            }
            return result;
        });
    }

    private void awaitCommitsUnderWay() {
        commitsUnderWay.values().forEach(CompletableFuture::join);
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
