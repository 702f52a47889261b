package io.ordermill.violators.validation;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.stereotype.Component;

/** Breaks on purpose: a rule with Spring and SQL in it. */
@Component
class RuleThatAsksTheDatabase {

    boolean holds(Connection connection) throws SQLException {
        return connection.isValid(1);
    }
}
