package io.ordermill.api.submit;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.stereotype.Component;

/** Takes the file out of a request, whichever way it comes. */
@Component
class FileReceiver {

    /** What a form's boundaries and headers may add to the file itself. */
    private static final long FORM_OVERHEAD = 1024 * 1024;

    private final UploadSettings settings;
    private final SpoolDirectory directory;

    FileReceiver(UploadSettings settings, SpoolDirectory directory) {
        this.settings = settings;
        this.directory = directory;
    }

    /** Refuses by what the headers tell, before a byte of the body is asked for. */
    UploadBody announced(HttpServletRequest request) {
        UploadBody body = UploadBody.of(request);
        if (request.getContentLengthLong() > settings.maxSize().toBytes() + overhead(body)) {
            throw Refusals.tooLarge(settings.maxSize());
        }
        return body;
    }

    /** Reads the whole body. */
    ReceivedFile receive(HttpServletRequest request, UploadBody body) throws IOException {
        InputStream bytes = new BodyStream(request.getInputStream(), settings, overhead(body));
        return body instanceof UploadBody.Multipart form
                ? MultipartFile.receive(bytes, form.boundary(), directory)
                : receive(bytes);
    }

    private ReceivedFile receive(InputStream bytes) throws IOException {
        Spool spool = directory.open();
        boolean complete = false;
        try {
            spool.fill(bytes);
            if (spool.size() == 0) {
                throw Refusals.invalid("The body is empty.");
            }
            complete = true;
            return new ReceivedFile(spool, null);
        } finally {
            if (!complete) {
                spool.close();
            }
        }
    }

    private static long overhead(UploadBody body) {
        return body instanceof UploadBody.Multipart ? FORM_OVERHEAD : 0;
    }
}
