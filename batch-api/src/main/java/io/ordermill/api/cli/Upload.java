package io.ordermill.api.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/** A file on its way, as the only part of a form, so that the server learns its name; read as it is sent. */
final class Upload {

    private static final Duration TIMEOUT = Duration.ofHours(1);

    private final Path file;
    private final Console console;
    private final String boundary = "ordermill-" + UUID.randomUUID();

    Upload(Path file, Console console) {
        this.file = file;
        this.console = console;
    }

    HttpRequest.Builder post(HttpRequest.Builder request) {
        return request.timeout(TIMEOUT)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head()),
                        bytes(),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")));
    }

    private String head() {
        String name = String.valueOf(file.getFileName())
                .replace("\"", "%22")
                .replace("\r", "%0D")
                .replace("\n", "%0A");
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
    }

    private BodyPublisher bytes() {
        try {
            long size = Files.size(file);
            return size == 0
                    ? BodyPublishers.noBody()
                    : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> open(size)), size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream open(long size) {
        try {
            return new Counted(Files.newInputStream(file), size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shows how much has been sent. */
    private final class Counted extends FilterInputStream {
        private final long size;
        private long sent;
        private int shownPercent = -1;

        Counted(InputStream in, long size) {
            super(in);
            this.size = size;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            sent += Math.max(0, count);
            int percent = (int) (100 * sent / size);
            if (percent > shownPercent) {
                shownPercent = percent;
                console.passing(ProgressBar.line(percent) + "  sending " + file.getFileName());
            }
            return count;
        }
    }
}
