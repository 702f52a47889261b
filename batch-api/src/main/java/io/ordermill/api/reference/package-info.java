/**
 * Reference data over HTTP: JSON or CSV in, all or nothing per call, and out by page. Which members a kind has is known by
 * {@link io.ordermill.core.reference.ReferenceKind} alone; the checks here are pure and made from it.
 */
@NullMarked
package io.ordermill.api.reference;

import org.jspecify.annotations.NullMarked;
