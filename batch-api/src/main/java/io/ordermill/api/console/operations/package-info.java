/** The pages on which operations are found, followed, cancelled and retried, and their results fetched. */
@NullMarked
package io.ordermill.api.console.operations;

import org.jspecify.annotations.NullMarked;
