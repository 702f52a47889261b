/**
 * Taking in a file: the upload is spooled while it arrives, so that a slow caller holds no database connection; then one
 * short transaction stores the bytes, the operation and its queue entry, and only after that commit the caller gets its 201.
 * Nothing here looks at the content of the file: what is wrong with it is the operation's to report.
 */
@NullMarked
package io.ordermill.api.submit;

import org.jspecify.annotations.NullMarked;
