package io.ordermill.api.cli;

import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The errors of an operation by code and message, most frequent first. */
record ErrorSummary(JsonNode document) {

    static ErrorSummary of(String id, boolean partial, ApiClient api) {
        Query query = new Query().withFlag("partial", partial);
        return new ErrorSummary(api.get(Operation.path(id) + "/results/summary" + query));
    }

    Stream<String> lines(int most) {
        return document.path("groups").valueStream().limit(most).map(ErrorSummary::line);
    }

    private static String line(JsonNode group) {
        return String.format(
                Locale.ROOT,
                "%7d  %s  %s",
                group.path("count").asLong(0),
                group.path("code").asString(""),
                group.path("message").asString(""));
    }
}
