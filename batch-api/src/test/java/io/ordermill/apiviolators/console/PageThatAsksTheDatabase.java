package io.ordermill.apiviolators.console;

import io.ordermill.api.console.Htmx;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Breaks the console's rules on purpose: uses the console from outside of it, and asks the database itself. */
public class PageThatAsksTheDatabase {

    private final JdbcClient jdbc;

    public PageThatAsksTheDatabase(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long count(HttpServletRequest request) {
        return Htmx.asks(request) ? jdbc.sql("select 1").query(Long.class).single() : 0;
    }
}
