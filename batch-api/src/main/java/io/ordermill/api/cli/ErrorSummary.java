package io.ordermill.api.cli;

import java.util.Locale;
import java.util.stream.Stream;

/** The errors of an operation by code and message, most frequent first. */
record ErrorSummary(Json document) {

    static ErrorSummary of(String id, boolean partial, ApiClient api) {
        Query query = new Query().withFlag("partial", partial);
        return new ErrorSummary(api.get(Operation.path(id) + "/results/summary" + query));
    }

    Stream<String> lines(int most) {
        return document.elements("groups").stream().limit(most).map(ErrorSummary::line);
    }

    private static String line(Json group) {
        return String.format(
                Locale.ROOT, "%7s  %s  %s", group.text("count"), group.text("code"), group.text("message"));
    }
}
