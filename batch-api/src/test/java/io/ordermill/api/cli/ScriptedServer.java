package io.ordermill.api.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers as it was told, and remembers what it was asked. */
final class ScriptedServer implements AutoCloseable {

    record Request(String call, String query, Headers headers, String body) {}

    record Reply(int status, Map<String, String> headers, String body) {

        static Reply json(int status, String body) {
            return new Reply(status, Map.of("Content-Type", "application/json"), body);
        }

        static Reply problem(int status, String code) {
            return json(
                    status, "{\"status\":%d,\"code\":\"%s\",\"detail\":\"What is wrong.\"}".formatted(status, code));
        }

        Reply with(String header, String value) {
            Map<String, String> all = new ConcurrentHashMap<>(headers);
            all.put(header, value);
            return new Reply(status, all, body);
        }
    }

    private final Map<String, Deque<Reply>> script = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final HttpServer http;

    ScriptedServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::answer);
        http.start();
    }

    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** One reply after the other, the last one again and again. */
    ScriptedServer on(String call, Reply... replies) {
        script.put(call, new ArrayDeque<>(List.of(replies)));
        return this;
    }

    List<Request> requests() {
        return requests;
    }

    Request last() {
        return requests.get(requests.size() - 1);
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String call =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        requests.add(new Request(
                call,
                query,
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        Reply reply = next(call);
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = reply.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Reply next(String call) {
        Deque<Reply> replies = script.getOrDefault(call, new ArrayDeque<>(List.of(Reply.problem(404, "NOT_FOUND"))));
        return replies.size() > 1 ? replies.remove() : replies.element();
    }
}
