/**
 * What an order is, what makes it valid, and where everything is stored. A library: it knows no web, no Spring Batch and
 * no scheduler. {@link io.ordermill.core.CoreConfiguration} is the one door for a Spring application.
 */
@NullMarked
package io.ordermill.core;

import org.jspecify.annotations.NullMarked;
