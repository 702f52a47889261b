package io.ordermill.api.results;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A JSON array, one element after another, each on a new line. */
final class JsonArrayWriter implements ResultWriter {

    private final OutputStream out;
    private boolean isEmpty = true;

    JsonArrayWriter(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(ResultElement element) throws IOException {
        write(isEmpty ? "[\n" : ",\n");
        isEmpty = false;
        element.writeJson(out);
    }

    @Override
    public void end() throws IOException {
        write(isEmpty ? "[]" : "\n]\n");
        out.flush();
    }

    private void write(String json) throws IOException {
        out.write(json.getBytes(StandardCharsets.US_ASCII));
    }
}
