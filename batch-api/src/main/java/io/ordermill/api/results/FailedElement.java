package io.ordermill.api.results;

import io.ordermill.core.file.ItemBytes;
import io.ordermill.core.order.OrderError;
import io.ordermill.core.order.StoredJson;
import io.ordermill.core.outcome.FailedItem;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refused order, as it was uploaded, with everything that is wrong with it; as a table one row for each error. */
record FailedElement(FailedItem item) implements ResultElement {

    static final List<String> COLUMNS =
            List.of("itemIndex", "externalOrderId", "orderNumber", "customerId", "code", "pointer", "message", "value");

    @Override
    public int itemIndex() {
        return item.itemIndex();
    }

    @Override
    public void writeJson(OutputStream out) throws IOException {
        String members = "\"itemIndex\":" + itemIndex() + ",\"errors\":" + StoredJson.errors(item.errors());
        UploadedJson.writeWith(members, ItemBytes.of(item.json()), item.isObject(), out);
    }

    @Override
    public List<List<@Nullable Object>> rows() {
        IdentifyingMembers order = item.isObject() ? IdentifyingMembers.of(item.json()) : IdentifyingMembers.NONE;
        return item.errors().stream().map(error -> row(order, error)).toList();
    }

    private List<@Nullable Object> row(IdentifyingMembers order, OrderError error) {
        return Arrays.asList(
                itemIndex(),
                order.externalOrderId(),
                order.orderNumber(),
                order.customerId(),
                error.code(),
                error.pointer(),
                error.message(),
                error.value());
    }
}
