package io.ordermill.api.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Objects;
import tools.jackson.core.JacksonException;

/**
 * Calls the server. A server that asks for patience ({@code 429} or {@code 503} with {@code Retry-After}) gets it, for two
 * minutes at most; whatever else is not a success ends the command.
 */
final class ApiClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Connection connection;
    private final Console console;
    private final HttpClient http;

    ApiClient(Connection connection, Console console) {
        this.connection = connection;
        this.console = console;
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(CONNECT_TIMEOUT);
        this.http = (connection.isSecure() ? builder : builder.sslContext(new NoTls())).build();
    }

    /**
     * Ends the threads of all HTTP clients of this process, which has done what it was to do. One that still waits for the
     * network holds up the end of the JVM for 0.3 s, and a client can be closed in Java 21 at the earliest.
     */
    static void letGo() {
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().endsWith("-SelectorManager"))
                .forEach(Thread::interrupt);
    }

    Connection connection() {
        return connection;
    }

    /** The beginning of a request; it can be sent again as long as its body can. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(connection.url() + path))
                .timeout(ANSWER_TIMEOUT)
                .header("Authorization", connection.authorization());
    }

    Json get(String path) {
        return send(request(path).GET()).body();
    }

    Json post(String path) {
        return send(request(path).POST(BodyPublishers.noBody())).body();
    }

    /** Results as they come; to be closed. */
    InputStream results(String operationId, Query query, String mediaType) {
        String path = Operation.path(operationId) + "/results" + query;
        return open(request(path).header("Accept", mediaType).GET()).body();
    }

    Answer send(HttpRequest.Builder request) {
        HttpResponse<InputStream> response = open(request);
        try (InputStream body = response.body()) {
            return new Answer(Json.read(body), response.headers());
        } catch (JacksonException e) {
            throw new CommandFailure(ExitCode.UNEXPECTED, connection.url() + " does not answer as Ordermill does.");
        } catch (IOException e) {
            throw brokenOff(e);
        }
    }

    /** Sends the request until it is answered with success. The body is the caller's to read and close. */
    HttpResponse<InputStream> open(HttpRequest.Builder request) {
        Duration patience = PATIENCE;
        String told = "";
        while (true) {
            HttpResponse<InputStream> response = exchange(request.build());
            if (response.statusCode() / 100 == 2) {
                return response;
            }
            Problem problem = problem(response);
            Duration pause = Answer.retryAfter(response.headers(), PAUSE);
            if (!problem.isPassing() || pause.compareTo(patience) > 0) {
                throw refused(problem);
            }
            if (!told.equals(problem.description())) {
                told = problem.description();
                console.note(told + " Trying again every " + pause.toSeconds() + " s.");
            }
            patience = patience.minus(pause);
            Pause.of(pause);
        }
    }

    private HttpResponse<InputStream> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.UNREACHABLE, "Cannot reach " + connection.url() + ": " + reason(e));
        } catch (InterruptedException e) {
            throw Pause.interrupted();
        }
    }

    CommandFailure brokenOff(IOException e) {
        return new CommandFailure(
                ExitCode.UNREACHABLE, "The answer of " + connection.url() + " broke off: " + reason(e));
    }

    private static String reason(IOException e) {
        if (e.getCause() != null && e.getCause().getCause() instanceof UnresolvedAddressException) {
            return "its name is not known.";
        }
        if (e instanceof ConnectException) {
            return "nobody answers there.";
        }
        return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    }

    private Problem problem(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            return new Problem(response.statusCode(), Json.read(body));
        } catch (IOException | JacksonException notAProblem) {
            return new Problem(response.statusCode(), Json.MISSING);
        }
    }

    private Refusal refused(Problem problem) {
        String message =
                problem.code().isEmpty() ? connection.url() + " " + problem.description() : problem.description();
        return new Refusal(
                problem,
                problem.exitCode() == ExitCode.UNAUTHORISED ? message + " The client is " + connection + "." : message);
    }
}
