package io.ordermill.api.submit;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import org.apache.commons.io.input.ProxyInputStream;
import org.springframework.util.unit.DataSize;

/**
 * The request's body as it arrives. What fails here is the caller's doing and ends as a problem at once, so that any other
 * {@link IOException} of a submission is our own, such as a full disk.
 */
final class BodyStream extends ProxyInputStream {

    private final DataSize maxSize;
    private final MinRate rate;
    private final long overhead;
    private long read;

    /**
     * Reads a body.
     *
     * @param overhead bytes that may come beside the file itself
     */
    @SuppressWarnings("deprecation") // the builder of this class cannot make a subclass
    BodyStream(InputStream body, UploadSettings settings, long overhead) {
        super(body);
        this.maxSize = settings.maxSize();
        this.rate = MinRate.of(settings);
        this.overhead = overhead;
    }

    @Override
    protected void afterRead(int count) {
        read += Math.max(count, 0);
        if (read > maxSize.toBytes() + overhead) {
            throw Refusals.tooLarge(maxSize);
        }
        if (count >= 0 && rate.isMissedWith(count)) {
            throw Refusals.tooSlow();
        }
    }

    @Override
    protected void handleIOException(IOException failure) {
        if (failure instanceof SocketTimeoutException) {
            throw Refusals.tooSlow();
        }
        throw Refusals.invalid("The body broke off before its end.");
    }
}
