/**
 * Fixtures shared by the tests of all modules: fresh migrated databases, H2 and a real PostgreSQL.
 */
@NullMarked
package io.ordermill.core.testing;

import org.jspecify.annotations.NullMarked;
