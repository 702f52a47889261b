/**
 * Fixtures for the tests of all modules: a language for orders, and reference data like that of the seed's examples.
 */
package io.ordermill.core.testing;
