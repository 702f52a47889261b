/**
 * What became of the orders of a file that were not saved, by their index in the file: those that were refused, with what is
 * wrong with them, and those that were never judged, which are read again from the upload.
 */
@NullMarked
package io.ordermill.core.outcome;

import org.jspecify.annotations.NullMarked;
