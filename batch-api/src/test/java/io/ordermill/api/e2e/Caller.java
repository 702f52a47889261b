package io.ordermill.api.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordermill.api.testing.EventListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the HTTP interface, as a loader's script would be one. */
public final class Caller {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BOUNDARY = "----e2e";

    private final HttpClient http;
    private final String baseUrl;
    private final String authorization;
    private final @Nullable String companyId;

    private Caller(String baseUrl, String authorization) {
        this(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), baseUrl, authorization, null);
    }

    private Caller(HttpClient http, String baseUrl, String authorization, @Nullable String companyId) {
        this.http = http;
        this.baseUrl = baseUrl;
        this.authorization = authorization;
        this.companyId = companyId;
    }

    public static Caller withBasic(String baseUrl, String clientId, String clientSecret) {
        String pair = clientId + ":" + clientSecret;
        return new Caller(baseUrl, "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
    }

    /** The client that the first start of the embedded default makes. */
    public static Caller demo(String baseUrl, Path dataDir) {
        JsonNode demo = JSON.readTree(dataDir.resolve("demo-client.json"));
        return withBasic(
                baseUrl,
                demo.get("clientId").asString(),
                demo.get("clientSecret").asString());
    }

    /** The same client at another address: after a restart. */
    public Caller at(String newBaseUrl) {
        return new Caller(http, newBaseUrl, authorization, companyId);
    }

    /** The same client, whose submissions are for this company instead of its default one. */
    public Caller in(String company) {
        return new Caller(http, baseUrl, authorization, company);
    }

    public static Caller anonymous(String baseUrl) {
        return new Caller(baseUrl, "");
    }

    /** Exchanges id and secret for a bearer token, as a caller that asks often should. */
    public Caller withToken() {
        HttpResponse<String> answer =
                send("POST", "/oauth2/token", "application/x-www-form-urlencoded", "grant_type=client_credentials");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new Caller(baseUrl, "Bearer " + json(answer).get("access_token").asString());
    }

    public HttpResponse<String> get(String path) {
        return exchange(request(path).GET());
    }

    HttpResponse<String> get(String path, String accept) {
        return exchange(request(path).header("Accept", accept).GET());
    }

    /** Insists on 200 and gives back the body as it comes. */
    public InputStream download(String path, String accept) {
        HttpResponse<InputStream> answer =
                exchange(request(path).header("Accept", accept).GET(), BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    public HttpResponse<String> post(String path) {
        return exchange(request(path).POST(BodyPublishers.noBody()));
    }

    HttpResponse<String> send(String method, String path, String contentType, String body) {
        return exchange(
                request(path).header("Content-Type", contentType).method(method, BodyPublishers.ofString(body)));
    }

    /** Uploads a file the way seed 001 shows it: one part, its name left empty. */
    public HttpResponse<String> submit(byte[] file, String query) {
        return submit(BodyPublishers.ofByteArray(file), query);
    }

    /** As {@link #submit(byte[], String)}, from wherever the file comes. */
    public HttpResponse<String> submit(BodyPublisher file, String query) {
        return submit(file, query, null);
    }

    /**
     * As {@link #submit(BodyPublisher, String)}, so that it may be sent again.
     *
     * @param idempotencyKey null for none
     */
    public HttpResponse<String> submit(BodyPublisher file, String query, @Nullable String idempotencyKey) {
        HttpRequest.Builder request = request("/v1/batch/sales-orders" + inCompany(query))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return exchange(request.POST(multipart(file)));
    }

    private String inCompany(String query) {
        return companyId == null ? query : query + (query.isEmpty() ? "?" : "&") + "companyId=" + companyId;
    }

    /** Uploads, insists on 201 and gives back the operation's id. */
    public String accepted(byte[] file, String query) {
        return accepted(file, query, null);
    }

    /** As {@link #accepted(byte[], String)}; a repetition with the same key gives back the same id. */
    public String accepted(byte[] file, String query, @Nullable String idempotencyKey) {
        HttpResponse<String> answer = submit(BodyPublishers.ofByteArray(file), query, idempotencyKey);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).get("batchRequestId").asString();
    }

    public JsonNode status(String operationId) {
        return json(get("/v1/batch-operations/" + operationId + "/status"));
    }

    /** As {@link #status}, without waiting for the answer. */
    public CompletableFuture<HttpResponse<String>> askStatus(String operationId) {
        HttpRequest request =
                request("/v1/batch-operations/" + operationId + "/status").GET().build();
        return http.sendAsync(request, BodyHandlers.ofString(UTF_8));
    }

    /** Listens to a stream of events. */
    EventListener listen(String path) {
        return EventListener.on(baseUrl + path, "Authorization", authorization);
    }

    /** Follows an operation to its end. */
    public JsonNode awaitEnd(String operationId) {
        return await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> status(operationId), status -> List.of("Completed", "Failed", "Cancelled")
                        .contains(status.get("status").asString()));
    }

    /** Uploads and follows to the end. */
    JsonNode imported(byte[] file, String query) {
        return awaitEnd(accepted(file, query));
    }

    JsonNode failed(JsonNode status) {
        return results(status, "failed");
    }

    JsonNode succeeded(JsonNode status) {
        return results(status, "success");
    }

    JsonNode unprocessed(JsonNode status) {
        return results(status, "unprocessed");
    }

    private JsonNode results(JsonNode status, String type) {
        HttpResponse<String> answer =
                get("/v1/batch-operations/" + status.get("batchRequestId").asString() + "/results?type=" + type);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path));
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        return exchange(request, BodyHandlers.ofString(UTF_8));
    }

    private <T> HttpResponse<T> exchange(HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static BodyPublisher multipart(BodyPublisher file) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"\"; filename=\"orders.json\"\r\n"
                + "Content-Type: application/json\r\n\r\n";
        String tail = "\r\n--" + BOUNDARY + "--\r\n";
        return BodyPublishers.concat(BodyPublishers.ofString(head), file, BodyPublishers.ofString(tail));
    }
}
