package io.ordermill.api.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A caller with certain credentials. */
public final class Http {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String baseUrl;
    private final List<String> headers;

    private Http(String baseUrl, List<String> headers) {
        this.baseUrl = baseUrl;
        this.headers = headers;
    }

    public static Http anonymous(String baseUrl) {
        return new Http(baseUrl, List.of());
    }

    public Http basic(String clientId, String secret) {
        String pair = Base64.getEncoder().encodeToString((clientId + ":" + secret).getBytes(UTF_8));
        return with("Authorization", "Basic " + pair);
    }

    public Http bearer(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Http with(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.addAll(List.of(name, value));
        return new Http(baseUrl, more);
    }

    /** Listens to a stream of events. */
    public EventListener listen(String path) {
        return EventListener.on(baseUrl + path, headers.toArray(String[]::new));
    }

    public String baseUrl() {
        return baseUrl;
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    public Answer post(String path) {
        return send("POST", path, BodyPublishers.noBody());
    }

    public Answer post(String path, String contentType, String body) {
        return post(path, contentType, body.getBytes(UTF_8));
    }

    public Answer post(String path, String contentType, byte[] body) {
        return with("Content-Type", contentType).send("POST", path, BodyPublishers.ofByteArray(body));
    }

    public Answer put(String path, String contentType, String body) {
        return with("Content-Type", contentType).send("PUT", path, BodyPublishers.ofString(body, UTF_8));
    }

    /** The body as it travelled, perhaps compressed. */
    public HttpResponse<byte[]> bytes(String path) {
        return exchange("GET", path, BodyPublishers.noBody());
    }

    public Answer send(String method, String path, BodyPublisher body) {
        return Answer.of(exchange(method, path, body));
    }

    private HttpResponse<byte[]> exchange(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(baseUrl + path)).method(method, body);
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
