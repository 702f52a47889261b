package io.ordermill.api.testing;

import io.ordermill.core.testing.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ContextConfiguration;

/** Gives an {@link ApiTest} a real PostgreSQL in place of H2. One API and one database for all that are marked so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ContextConfiguration(initializers = OnPostgres.Database.class, inheritInitializers = false)
public @interface OnPostgres {

    /** The one they share. */
    final class Database extends TestDatabaseSettings {

        private static final TestDatabase DATABASE = TestDatabase.postgres();

        Database() {
            super(DATABASE);
        }
    }
}
