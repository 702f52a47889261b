/** The page on which a file is sent. It takes the same way in as one that a program sends. */
@NullMarked
package io.ordermill.api.console.upload;

import org.jspecify.annotations.NullMarked;
