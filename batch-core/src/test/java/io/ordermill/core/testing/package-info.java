/**
 * Fixtures for the tests of all modules: fresh migrated databases, H2 and a real PostgreSQL; a language for orders, and
 * reference data like that of the seed's examples.
 */
package io.ordermill.core.testing;
