package io.ordermill.api.testing;

import io.ordermill.core.testing.TestDatabase;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Has an application use a database of the tests. */
abstract class TestDatabaseSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private final TestDatabase database;

    TestDatabaseSettings(TestDatabase database) {
        this.database = database;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + database.user(),
                        "spring.datasource.password=" + database.password())
                .applyTo(context);
    }
}
