package io.ordermill.api.results;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Elements of a result in file order, of which a page at most is in memory. */
interface ResultSource extends Closeable {

    /** The next element; null at the end. */
    @Nullable
    ResultElement next() throws IOException;

    @Override
    default void close() throws IOException {}
}
