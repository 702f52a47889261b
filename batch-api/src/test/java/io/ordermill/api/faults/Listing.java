package io.ordermill.api.faults;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The results of an operation, as its caller read them or as they are stored.
 *
 * @param saved the number of each saved order, by index
 * @param failed code and pointer of each error of each failed item, by index
 */
record Listing(SortedMap<Integer, Long> saved, SortedMap<Integer, List<String>> failed) {

    static Listing of(JsonNode successes, JsonNode failures) {
        Listing listing = new Listing(new TreeMap<>(), new TreeMap<>());
        for (JsonNode order : successes) {
            listing.saved.put(
                    order.get("itemIndex").asInt(), order.get("orderNumber").asLong());
        }
        for (JsonNode item : failures) {
            listing.failed.put(item.get("itemIndex").asInt(), errors(item.get("errors")));
        }
        return listing;
    }

    static List<String> errors(JsonNode errors) {
        return errors.valueStream()
                .map(error -> error.get("code").asString() + " "
                        + error.get("pointer").asString())
                .toList();
    }
}
