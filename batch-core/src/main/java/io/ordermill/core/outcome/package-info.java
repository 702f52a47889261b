/**
 * What became of the orders of a file that were not saved, by their index in the file.
 */
@NullMarked
package io.ordermill.core.outcome;

import org.jspecify.annotations.NullMarked;
