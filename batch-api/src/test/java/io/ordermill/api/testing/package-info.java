/** The API in one process on an empty H2, without a worker, shared by all tests; and HTTP as plain as a test may need it. */
@NullMarked
package io.ordermill.api.testing;

import org.jspecify.annotations.NullMarked;
