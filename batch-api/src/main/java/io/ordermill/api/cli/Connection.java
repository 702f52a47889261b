package io.ordermill.api.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The server and the client that calls it. The secret comes from the environment or a file, never from an option, for the
 * arguments of a process are there for all to see.
 *
 * @param url without a slash at its end
 */
record Connection(String url, String clientId, String clientSecret) {

    private static final String DEFAULT_URL = "http://localhost:8080";
    private static final String URL = "ORDERMILL_URL";
    private static final String ID = "ORDERMILL_CLIENT_ID";
    private static final String SECRET = "ORDERMILL_CLIENT_SECRET";
    private static final String SECRET_FILE = "ORDERMILL_CLIENT_SECRET_FILE";

    static Connection of(@Nullable String urlOption, Map<String, String> environment) {
        String url = urlOption == null ? environment.getOrDefault(URL, DEFAULT_URL) : urlOption;
        return new Connection(checked(url), required(environment, ID), secret(environment));
    }

    /** For HTTP Basic, which works whoever issues tokens, and needs no call before the first. */
    String authorization() {
        return "Basic " + Base64.getEncoder().encodeToString((clientId + ":" + clientSecret).getBytes(UTF_8));
    }

    boolean isSecure() {
        return url.startsWith("https:");
    }

    /** Without the secret, should it ever be printed. */
    @Override
    public String toString() {
        return clientId + " at " + url;
    }

    private static String checked(String url) {
        try {
            URI uri = URI.create(url);
            if (Set.of("http", "https").contains(String.valueOf(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null) {
                return url.replaceAll("/+$", "");
            }
        } catch (IllegalArgumentException notEvenAUri) {
            // Told below.
        }
        throw new CommandFailure(
                ExitCode.USAGE, url + " is not the address of a server, such as https://orders.example.com.");
    }

    private static String secret(Map<String, String> environment) {
        String file = environment.getOrDefault(SECRET_FILE, "");
        if (file.isEmpty()) {
            return required(environment, SECRET);
        }
        if (!environment.getOrDefault(SECRET, "").isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, "Both " + SECRET + " and " + SECRET_FILE + " are set; unset one.");
        }
        try {
            String secret = Files.readString(Path.of(file)).strip();
            if (!secret.isEmpty()) {
                return secret;
            }
            throw new CommandFailure(ExitCode.USAGE, file + ", named by " + SECRET_FILE + ", is empty.");
        } catch (IOException | InvalidPathException e) {
            throw new CommandFailure(ExitCode.USAGE, "Cannot read " + file + ", named by " + SECRET_FILE + ".");
        }
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    name + " is not set. A client is named by " + ID + " and " + SECRET + " (or " + SECRET_FILE
                            + ", a file with the secret in it).");
        }
        return value;
    }
}
