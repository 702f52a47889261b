/**
 * What makes an order valid: small pure rules, a draft and its resolved references in, a {@link
 * io.ordermill.core.order.Judgement} out. No Spring, no SQL, no clock but an injected one. Every rule runs, so that a
 * caller sees all errors of an order at once.
 */
@NullMarked
package io.ordermill.core.validation;

import org.jspecify.annotations.NullMarked;
