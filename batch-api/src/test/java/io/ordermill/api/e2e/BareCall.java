package io.ordermill.api.e2e;

import java.net.HttpURLConnection;
import java.net.URI;

/** The least that a Java program needs for an answer of the server's, given its URL and the {@code Authorization}. */
final class BareCall {

    private BareCall() {}

    public static void main(String... arguments) throws Exception {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(arguments[0]).toURL().openConnection();
        connection.setRequestProperty("Authorization", arguments[1]);
        connection.getInputStream().transferTo(System.out);
        System.exit(0);
    }
}
