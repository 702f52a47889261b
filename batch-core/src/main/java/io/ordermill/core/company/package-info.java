/**
 * The companies orders are created in, and their switches.
 */
@NullMarked
package io.ordermill.core.company;

import org.jspecify.annotations.NullMarked;
