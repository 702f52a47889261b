package io.ordermill.api.results;

import io.ordermill.core.order.StoredJson;
import io.ordermill.core.outcome.FailedItem;
import io.ordermill.core.outcome.OutcomeStore;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The refused orders, each byte for byte as it was uploaded with {@code itemIndex} and {@code errors} behind its last member,
 * so that the result, corrected, is itself a valid upload.
 */
@Component
class FailedItems {

    private final OutcomeStore outcomes;

    FailedItems(OutcomeStore outcomes) {
        this.outcomes = outcomes;
    }

    /** Writes one page; returns the index of its last item, or the given one where there are no more. */
    int write(UUID operationId, int afterIndex, int limit, JsonArrayStream array) throws IOException {
        List<FailedItem> page = outcomes.failures(operationId, afterIndex, limit);
        for (FailedItem item : page) {
            if (item.isObject()) {
                object(item, array.element());
            } else {
                other(item, array.element());
            }
        }
        return page.isEmpty() ? afterIndex : page.get(page.size() - 1).itemIndex();
    }

    private static void object(FailedItem item, JsonArrayStream array) throws IOException {
        byte[] json = item.json();
        int end = lastNonBlank(json, json.length); // the closing brace
        int lastOfMembers = lastNonBlank(json, end);
        array.write(json, lastOfMembers + 1);
        if (json[lastOfMembers] != '{') {
            array.write(",");
        }
        verdict(item, array);
    }

    private static void other(FailedItem item, JsonArrayStream array) throws IOException {
        array.write("{\"item\":").write(item.json(), item.json().length).write(",");
        verdict(item, array);
    }

    private static void verdict(FailedItem item, JsonArrayStream array) throws IOException {
        array.write("\"itemIndex\":" + item.itemIndex() + ",\"errors\":" + StoredJson.errors(item.errors()) + "}");
    }

    /** Position of the last byte before {@code end} that is no JSON white space. */
    private static int lastNonBlank(byte[] json, int end) {
        int position = end - 1;
        while (json[position] == ' ' || json[position] == '\t' || json[position] == '\r' || json[position] == '\n') {
            position--;
        }
        return position;
    }
}
