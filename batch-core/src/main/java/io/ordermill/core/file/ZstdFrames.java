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
    private boolean isFrameComplete;

    ZstdFrames(InputStream in) {
        this.in = in;
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
        // Without new input the library may still have output to give, unless the frame is complete.
        if (!source.hasRemaining() && (isFrameComplete || isDrained()) && !refill()) {
            if (isFrameComplete) {
                return false;
            }
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

    /** The last step left room in the output, so nothing was held back. */
    private boolean isDrained() {
        return output.limit() < output.capacity();
    }

    private boolean refill() throws IOException {
        int count = in.read(chunk, 0, chunk.length);
        if (count <= 0) {
            return false;
        }
        source.clear();
        source.put(chunk, 0, count).flip();
        return true;
    }
}
