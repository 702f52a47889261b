package io.ordermill.core.outcome;

import io.ordermill.core.file.ItemBytes;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** JSON of an upload that has been read before, within the limits of a file; here nothing is refused. */
public final class ReceivedJson {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private ReceivedJson() {}

    /**
     * Begins to read a value.
     *
     * @param json UTF-8
     */
    public static JsonParser parser(byte[] json) {
        return JSON.createParser(ObjectReadContext.empty(), json);
    }

    /** Begins to read a value. */
    static JsonParser parser(ItemBytes json) {
        return JSON.createParser(ObjectReadContext.empty(), json.open());
    }
}
