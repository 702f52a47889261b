package io.ordermill.api.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The elements of several JSON arrays in one, byte for byte, so that no number is written in another way than it came. */
final class JoinedArray {

    private static final int BUFFER_BYTES = 1 << 16;

    private final OutputStream out;
    private boolean empty = true;

    JoinedArray(OutputStream out) throws IOException {
        this.out = new BufferedOutputStream(out, BUFFER_BYTES);
        write("[");
    }

    void add(InputStream array) throws IOException {
        Elements elements = new Elements();
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int length = array.read(buffer); length >= 0; length = array.read(buffer)) {
            for (int i = 0; i < length; i++) {
                elements.take(buffer[i]);
            }
        }
        elements.end();
    }

    void end() throws IOException {
        write(empty ? "]\n" : "\n]\n");
        out.flush();
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(UTF_8));
    }

    /** Lets through what stands between the brackets of one array. */
    private final class Elements {

        /** What may be the end: blanks, the last bracket, blanks. */
        private final ByteArrayOutputStream held = new ByteArrayOutputStream();

        private boolean opened;
        private boolean begun;
        private boolean bracketHeld;

        void take(byte b) throws IOException {
            if (!opened) {
                opened = b == '[';
            } else if (b == ']') {
                if (bracketHeld) {
                    release();
                }
                held.write(b);
                bracketHeld = true;
            } else if (!isBlank(b)) {
                begin();
                release();
                out.write(b);
            } else if (begun) {
                held.write(b);
            }
        }

        void end() throws IOException {
            if (!bracketHeld) {
                throw new IOException("what came is not a whole JSON array");
            }
        }

        private void begin() throws IOException {
            if (!begun) {
                write(empty ? "\n" : ",\n");
                begun = true;
                empty = false;
            }
        }

        private void release() throws IOException {
            held.writeTo(out);
            held.reset();
            bracketHeld = false;
        }

        private static boolean isBlank(byte b) {
            return b == ' ' || b == '\n' || b == '\r' || b == '\t';
        }
    }
}
