package io.ordermill.api.submit;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Reads the rest of a body that was refused, so that its caller learns why, but not at any pace: Tomcat itself would let a
 * caller that drips keep a thread for as long as it likes, and this one needs no credentials.
 */
final class RefusedBodyValve extends ValveBase {

    private final UploadSettings settings;

    RefusedBodyValve(UploadSettings settings) {
        super(true);
        this.settings = settings;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (response.getStatus() >= HttpStatus.BAD_REQUEST.value() && !request.isAsync()) {
            // The answer first: from now on it is only about what the caller still sends.
            response.finishResponse();
            if (!isReadToItsEnd(request, response)) {
                request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
        }
    }

    private boolean isReadToItsEnd(Request request, Response response) {
        AtomicBoolean isAtItsEnd = new AtomicBoolean();
        request.getCoyoteRequest().action(ActionCode.REQUEST_BODY_FULLY_READ, isAtItsEnd);
        if (isAtItsEnd.get()) {
            return true;
        }
        boolean isNotAskedFor = request.getCoyoteRequest().hasExpectation();
        boolean wasTooSlow = response.getStatus() == HttpStatus.REQUEST_TIMEOUT.value();
        return !isNotAskedFor && !wasTooSlow && isReadInTime(request.getCoyoteRequest(), maxSwallowSize(request));
    }

    private boolean isReadInTime(org.apache.coyote.Request request, long most) {
        MinRate rate = MinRate.of(settings);
        ReceivedBytes bytes = new ReceivedBytes();
        long all = 0;
        try {
            int read = request.doRead(bytes);
            while (read >= 0 && all <= most && !rate.isMissedWith(read)) {
                all += read;
                read = request.doRead(bytes);
            }
            return read < 0;
        } catch (IOException hungUp) {
            return false;
        }
    }

    private static long maxSwallowSize(Request request) {
        return request.getConnector().getProtocolHandler() instanceof AbstractHttp11Protocol<?> http
                ? http.getMaxSwallowSize()
                : 0;
    }

    /** Where Tomcat shows its buffer. */
    private static final class ReceivedBytes implements ApplicationBufferHandler {

        private @Nullable ByteBuffer buffer;

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public @Nullable ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // Nothing is kept.
        }
    }
}
