package io.ordermill.core.file;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * Decompresses zstd frames one after another to the end of the data. The library's own stream calls it an end when the last
 * frame is cut off within its buffer, or when up to four bytes of junk follow; here an end is only right behind a frame.
 */
final class ZstdFrames extends InputStream {

    private final InputStream in;
    private final byte[] chunk = new byte[(int) ZstdInputStreamNoFinalizer.recommendedDInSize()];
    private final ByteBuffer source = ByteBuffer.allocateDirect(chunk.length).limit(0);
    private final ByteBuffer output = ByteBuffer.allocateDirect((int) ZstdInputStreamNoFinalizer.recommendedDOutSize())
            .limit(0);
    private final ZstdDecompressCtx context = new ZstdDecompressCtx();
    private final long maxWindow;
    private boolean isFrameComplete = true;

    ZstdFrames(InputStream in, long maxWindow) {
        this.in = in;
        this.maxWindow = maxWindow;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (!output.hasRemaining()) {
            if (!decompress()) {
                return -1;
            }
        }
        int count = Math.min(length, output.remaining());
        output.get(target, offset, count);
        return count;
    }

    @Override
    public void close() throws IOException {
        context.close();
        in.close();
    }

    /** One step, with or without output; false at the end. */
    private boolean decompress() throws IOException {
        if (isFrameComplete) {
            if (!beginFrame()) {
                return false;
            }
        } else if (!source.hasRemaining() && isDrained() && !refill()) {
            throw new IOException("a zstd frame is cut off");
        }
        output.clear();
        try {
            isFrameComplete = context.decompressDirectByteBufferStream(output, source);
        } catch (ZstdException e) {
            throw new IOException(e);
        }
        output.flip();
        return true;
    }

    /** Makes sure that the next frame's header is there, and not more than can be afforded; false where there is none. */
    private boolean beginFrame() throws IOException {
        while (source.remaining() < ZstdFrameHeader.MAX_LENGTH && refill()) {}
        long window = ZstdFrameHeader.window(source);
        if (window > maxWindow) {
            throw new UnreadableFileException(
                    FileProblem.Kind.CORRUPT_COMPRESSION,
                    "The zstd data needs a window of %d bytes, and at most %d are accepted: compress it with a smaller one."
                            .formatted(window, maxWindow));
        }
        return source.hasRemaining();
    }

    /** The last step left room in the output, so nothing was held back for which no new input is needed. */
    private boolean isDrained() {
        return output.limit() < output.capacity();
    }

    private boolean refill() throws IOException {
        source.compact();
        int count = in.read(chunk, 0, Math.min(chunk.length, source.remaining()));
        if (count > 0) {
            source.put(chunk, 0, count);
        }
        source.flip();
        return count > 0;
    }
}
