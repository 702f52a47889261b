package io.ordermill.api.results;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One element of a result: a JSON object, or rows of a table. */
sealed interface ResultElement permits FailedElement, SavedElement, UnprocessedElement {

    /** 0-based position in the file. */
    int itemIndex();

    void writeJson(OutputStream out) throws IOException;

    /** Cells in the order of the columns of its {@link ResultType}. */
    List<List<@Nullable Object>> rows();
}
