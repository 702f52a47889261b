/**
 * Fixtures for the tests of all modules: fresh databases, orders as a language, generated files, reference data that
 * needs no store.
 */
@NullMarked
package io.ordermill.core.testing;

import org.jspecify.annotations.NullMarked;
