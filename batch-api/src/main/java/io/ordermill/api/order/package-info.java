/**
 * Single orders over HTTP: created at once by the rules of the batch, and given back with their postings and workflow tasks.
 */
@NullMarked
package io.ordermill.api.order;

import org.jspecify.annotations.NullMarked;
