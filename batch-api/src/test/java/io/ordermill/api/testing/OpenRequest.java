package io.ordermill.api.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.Base64;

/** A request whose body a test sends bit by bit. */
public final class OpenRequest implements AutoCloseable {

    private final Socket socket;

    private OpenRequest(Socket socket) {
        this.socket = socket;
    }

    /** Sends the head of a request. */
    public static OpenRequest post(String url, String clientId, String secret, String contentType, long length) {
        URI uri = URI.create(url);
        String pair = Base64.getEncoder().encodeToString((clientId + ":" + secret).getBytes(US_ASCII));
        try {
            OpenRequest request = new OpenRequest(new Socket(uri.getHost(), uri.getPort()));
            request.socket.setSoTimeout(60_000);
            request.send(String.join(
                    "\r\n",
                    "POST " + uri.getRawPath() + " HTTP/1.1",
                    "Host: localhost",
                    "Authorization: Basic " + pair,
                    "Content-Type: " + contentType,
                    "Content-Length: " + length,
                    "",
                    ""));
            return request;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As long as somebody listens. */
    public void trySend(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(US_ASCII));
        } catch (IOException hungUp) {
            // What the caller of this waits for.
        }
    }

    /** Reads to the end of the connection. */
    public Answer answer() {
        return RawSocket.read(socket);
    }

    @Override
    public void close() {
        try {
            // Hangs up at once, as a process does that is killed.
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
