/**
 * Master data an order may point to: customers, products, currencies and the rest, per company. Validation never asks
 * the database for one id: the keys of a whole page are resolved by set into an immutable {@link
 * io.ordermill.core.reference.References}, through a cache that is at most half a minute old.
 */
@NullMarked
package io.ordermill.core.reference;

import org.jspecify.annotations.NullMarked;
