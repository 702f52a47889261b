package io.ordermill.core.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * Walks over the elements of a file that {@link FileInspector} found sound. Keeps one element in memory at a time.
 *
 * @param <T> what the parser makes of an element
 */
public final class ItemReader<T extends @Nullable Object> implements Closeable {

    private final RecordingInput text;
    private final JsonParser json;
    private final ItemParser<T> parser;
    private int nextIndex;

    private ItemReader(RecordingInput text, JsonParser json, ItemParser<T> parser) {
        this.text = text;
        this.json = json;
        this.parser = parser;
    }

    /**
     * Opens a file at its first element.
     *
     * @param stored the bytes as stored, plain or compressed; closed with the reader
     */
    public static <T extends @Nullable Object> ItemReader<T> open(
            InputStream stored, FileLimits limits, ItemParser<T> parser) throws IOException {
        try {
            RecordingInput text =
                    new RecordingInput(TextInput.withoutMark(Decompression.of(new StoreInput(stored), limits)));
            JsonParser json = UntrustedJson.factory(limits).createParser(ObjectReadContext.empty(), text);
            json.nextToken();
            return new ItemReader<>(text, json, parser);
        } catch (UncheckedIOException | JacksonException e) {
            stored.close();
            throw failure(e);
        }
    }

    /** Passes over elements without parsing them; the index of the next one counts them. */
    public void skip(int items) throws IOException {
        try {
            for (int i = 0; i < items && isAtItem(); i++) {
                json.skipChildren();
                text.forgetBefore(json.currentTokenLocation().getByteOffset());
                nextIndex++;
            }
        } catch (UncheckedIOException | JacksonException e) {
            throw failure(e);
        }
    }

    /** The next element; null at the end. */
    public @Nullable FileItem<T> next() throws IOException {
        try {
            return isAtItem() ? item() : null;
        } catch (UncheckedIOException | JacksonException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() throws IOException {
        json.close();
        text.close();
    }

    private boolean isAtItem() {
        JsonToken token = json.nextToken();
        return token != null && token != JsonToken.END_ARRAY;
    }

    private FileItem<T> item() {
        long start = json.currentTokenLocation().getByteOffset();
        text.forgetBefore(start);
        T value = parser.parse(json);
        json.finishToken();
        return new FileItem<>(
                nextIndex++, text.between(start, json.currentLocation().getByteOffset()), value);
    }

    /** The file was found sound before, so whatever fails now is the store's failure and no fault of the file. */
    private static IOException failure(RuntimeException e) {
        return e instanceof UncheckedIOException store
                ? Objects.requireNonNull(store.getCause())
                : new IOException("a file that was found sound can no longer be read", e);
    }
}
