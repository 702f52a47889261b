package io.ordermill.api.results;

import io.ordermill.core.file.ItemBytes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * An element byte for byte as it was uploaded, with members of ours behind its last one. Its own members must not have their
 * names.
 */
final class UploadedJson {

    private UploadedJson() {}

    /**
     * Writes an element.
     *
     * @param members at least one, as JSON without the braces
     * @param isObject false: the element becomes the member {@code item} of an object
     */
    static void writeWith(String members, ItemBytes json, boolean isObject, OutputStream out) throws IOException {
        if (isObject) {
            writeOpen(json, out);
        } else {
            write("{\"item\":", out);
            json.writeTo(out);
            write(",", out);
        }
        write(members + "}", out);
    }

    /** Writes an object up to where another member may follow. */
    private static void writeOpen(ItemBytes json, OutputStream out) throws IOException {
        int end = lastNonBlank(json, json.length()); // the closing brace
        int lastOfMembers = lastNonBlank(json, end);
        json.part(0, lastOfMembers + 1).writeTo(out);
        if (json.at(lastOfMembers) != '{') {
            write(",", out);
        }
    }

    private static void write(String json, OutputStream out) throws IOException {
        out.write(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Position of the last byte before {@code end} that is no JSON white space. */
    private static int lastNonBlank(ItemBytes json, int end) {
        int position = end - 1;
        while (isBlank(json.at(position))) {
            position--;
        }
        return position;
    }

    private static boolean isBlank(byte character) {
        return character == ' ' || character == '\t' || character == '\r' || character == '\n';
    }
}
