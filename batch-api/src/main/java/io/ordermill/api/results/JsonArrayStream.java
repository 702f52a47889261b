package io.ordermill.api.results;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A JSON array written element by element, one a line; what is inside the elements is up to others. */
final class JsonArrayStream {

    private final OutputStream out;
    private boolean empty = true;

    JsonArrayStream(OutputStream out) throws IOException {
        this.out = out;
        out.write('[');
    }

    /** Begins the next element. */
    JsonArrayStream element() throws IOException {
        write(empty ? "\n" : ",\n");
        empty = false;
        return this;
    }

    JsonArrayStream write(String json) throws IOException {
        out.write(json.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    JsonArrayStream write(byte[] json, int length) throws IOException {
        out.write(json, 0, length);
        return this;
    }

    void end() throws IOException {
        write(empty ? "]" : "\n]\n");
        out.flush();
    }
}
