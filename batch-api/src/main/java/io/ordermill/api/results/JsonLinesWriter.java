package io.ordermill.api.results;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Newline-delimited JSON: each element on a line of its own. */
final class JsonLinesWriter implements ResultWriter {

    private final OutputStream out;

    JsonLinesWriter(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(ResultElement element) throws IOException {
        element.writeJson(new OneLine(out));
        out.write('\n');
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }

    /** Makes line breaks blanks. In JSON they can only be white space between tokens, for inside of texts they are escaped. */
    private static final class OneLine extends FilterOutputStream {

        private static final int BLOCK = 8 * 1024;

        OneLine(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(blank((byte) b));
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            byte[] block = new byte[Math.min(length, BLOCK)];
            for (int done = 0; done < length; done += block.length) {
                int count = Math.min(block.length, length - done);
                for (int i = 0; i < count; i++) {
                    block[i] = blank(bytes[offset + done + i]);
                }
                out.write(block, 0, count);
            }
        }

        private static byte blank(byte b) {
            return b == '\n' || b == '\r' ? (byte) ' ' : b;
        }
    }
}
