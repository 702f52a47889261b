package io.ordermill.api.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Bytes on the wire that no well-behaved client would send. */
public final class RawSocket {

    private RawSocket() {}

    /** Sends a text as it is and reads the answer to the end of the connection. */
    public static Answer exchange(String baseUrl, String request) {
        URI uri = URI.create(baseUrl);
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.shutdownOutput();
            return read(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads an answer and the end of the connection, be it a rude one. */
    static Answer read(Socket socket) {
        StringBuilder text = new StringBuilder();
        try {
            byte[] buffer = new byte[8192];
            InputStream answer = socket.getInputStream();
            for (int read = answer.read(buffer); read >= 0; read = answer.read(buffer)) {
                text.append(new String(buffer, 0, read, ISO_8859_1));
            }
        } catch (SocketException reset) {
            // The server has hung up without listening to all that was sent.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parse(text.toString());
    }

    private static Answer parse(String text) {
        int body = text.indexOf("\r\n\r\n");
        List<String> lines = text.substring(0, body).lines().toList();
        Map<String, List<String>> headers = lines.stream()
                .skip(1)
                .map(line -> line.split(": ?", 2))
                .collect(Collectors.groupingBy(
                        pair -> pair[0], Collectors.mapping(pair -> pair[1], Collectors.toList())));
        String content = text.substring(body + 4);
        boolean chunked = headers.containsKey("Transfer-Encoding");
        String json = chunked ? content.substring(content.indexOf('{'), content.lastIndexOf('}') + 1) : content;
        int status = Integer.parseInt(lines.get(0).split(" ", -1)[1]);
        return new Answer(status, HttpHeaders.of(headers, (name, value) -> true), json);
    }
}
