package io.ordermill.api.results;

import io.ordermill.core.outcome.UploadedItem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order that was never judged, as it was uploaded. */
record UnprocessedElement(UploadedItem item) implements ResultElement {

    static final List<String> COLUMNS = List.of("itemIndex", "order");

    @Override
    public int itemIndex() {
        return item.itemIndex();
    }

    @Override
    public void writeJson(OutputStream out) throws IOException {
        UploadedItem order = item.resubmittable();
        UploadedJson.writeWith("\"itemIndex\":" + itemIndex(), order.json(), order.isObject(), out);
    }

    @Override
    public List<List<@Nullable Object>> rows() {
        return List.of(
                List.of(itemIndex(), new String(item.resubmittable().json().toByteArray(), StandardCharsets.UTF_8)));
    }
}
