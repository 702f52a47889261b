package io.ordermill.core.outcome;

import io.ordermill.core.file.FileItem;
import io.ordermill.core.file.ItemReader;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Elements of a stored file in file order, without those that something has become of. One element is in memory at a time. */
public final class UploadedItems implements Closeable {

    private final ItemReader<Boolean> items;
    private final List<AscendingIndexes> leftOut;
    private int nextIndex;

    UploadedItems(ItemReader<Boolean> items, List<AscendingIndexes> leftOut) {
        this.items = items;
        this.leftOut = List.copyOf(leftOut);
    }

    /** The next element; null at the end. */
    public @Nullable UploadedItem next() throws IOException {
        while (isLeftOut(nextIndex)) {
            items.skip(1);
            nextIndex++;
        }
        FileItem<Boolean> item = items.next();
        nextIndex++;
        return item == null ? null : new UploadedItem(item.index(), item.json(), item.value());
    }

    private boolean isLeftOut(int index) {
        return leftOut.stream().anyMatch(indexes -> indexes.contains(index));
    }

    @Override
    public void close() throws IOException {
        items.close();
    }

    static boolean isObject(JsonParser element) {
        boolean isObject = element.currentToken() == JsonToken.START_OBJECT;
        element.skipChildren();
        return isObject;
    }
}
