/**
 * How every error of every call looks: {@code application/problem+json} (RFC 9457) with {@code status}, {@code title},
 * {@code detail}, {@code code} and {@code instance}. The only place that knows which code is which HTTP status. Internals
 * (class names, SQL, stack traces) never leave the process; an unexpected failure is logged once, under an id that the
 * caller is given.
 */
@NullMarked
package io.ordermill.api.problem;

import org.jspecify.annotations.NullMarked;
