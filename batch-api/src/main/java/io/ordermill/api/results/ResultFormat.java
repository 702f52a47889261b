package io.ordermill.api.results;

import io.ordermill.api.web.QueryParameters;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.MediaType;

/** How a result is written. The order is that of preference where a caller has none. */
public enum ResultFormat {
    JSON(MediaType.APPLICATION_JSON, "json") {
        @Override
        ResultWriter writer(OutputStream out, ResultType type) {
            return new JsonArrayWriter(out);
        }
    },
    NDJSON(MediaType.APPLICATION_NDJSON, "ndjson") {
        @Override
        ResultWriter writer(OutputStream out, ResultType type) {
            return new JsonLinesWriter(out);
        }
    },
    CSV(new MediaType("text", "csv", StandardCharsets.UTF_8), "csv") {
        @Override
        ResultWriter writer(OutputStream out, ResultType type) throws IOException {
            return new CsvWriter(out, type.columns());
        }
    };

    private final MediaType mediaType;
    private final String extension;

    ResultFormat(MediaType mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    MediaType mediaType() {
        return mediaType;
    }

    /** Of a file name. */
    String extension() {
        return extension;
    }

    /** By the extension, in the parameter {@code format}; without it, JSON. */
    public static ResultFormat of(QueryParameters query) {
        String[] extensions =
                Arrays.stream(values()).map(ResultFormat::extension).toArray(String[]::new);
        return values()[List.of(extensions).indexOf(query.oneOf("format", JSON.extension, extensions))];
    }

    abstract ResultWriter writer(OutputStream out, ResultType type) throws IOException;
}
