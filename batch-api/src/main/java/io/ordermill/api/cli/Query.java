package io.ordermill.api.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query string in the making; what was not given stays out of it. */
final class Query {

    private final List<String> parameters = new ArrayList<>();

    Query with(String name, @Nullable Object value) {
        if (value != null) {
            parameters.add(name + "=" + encoded(value.toString()));
        }
        return this;
    }

    Query withFlag(String name, boolean on) {
        return on ? with(name, true) : this;
    }

    Query withEach(String name, List<String> values) {
        values.forEach(value -> with(name, value));
        return this;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    }
}
