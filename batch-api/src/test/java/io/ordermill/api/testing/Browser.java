package io.ordermill.api.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.URLEncoder;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** Somebody at the console: keeps cookies and sends forms with the token of the page they are on. Follows no redirects. */
public final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" content=\"([^\"]+)\"");

    private final Http http;
    private final Map<String, String> cookies = new TreeMap<>();
    private String token = "";

    private Browser(Http http) {
        this.http = http;
    }

    public static Browser at(String baseUrl) {
        return new Browser(Http.anonymous(baseUrl));
    }

    /** Signs in, and insists that it works. */
    public Browser signIn(String clientId, String secret) {
        get("/console/login").expect(200);
        Answer answer = post("/console/login", Map.of("clientId", clientId, "clientSecret", secret));
        assertThat(answer.expect(302).header("Location")).doesNotContain("/console/login");
        // Another token comes with the session.
        get("/console/login").expect(200);
        return this;
    }

    public Answer get(String path) {
        return remember(with(http).get(path));
    }

    /** Asks as htmx does, for a part of a page. */
    public Answer getPart(String path) {
        return remember(with(http).with("HX-Request", "true").get(path));
    }

    public Answer post(String path, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("_csrf", token);
        return postBare(path, all);
    }

    /** Sends a form that does not come from a page of the console. */
    public Answer postBare(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return remember(with(http).post(path, "application/x-www-form-urlencoded", form));
    }

    /** Sends a body as a script of the page does. */
    public Answer send(String path, String contentType, String body) {
        return remember(with(http.with("X-CSRF-Token", token).with("HX-Request", "true"))
                .post(path, contentType, body));
    }

    /** As the browser keeps it; empty where there is none. */
    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    public Browser with(String cookie, String value) {
        cookies.put(cookie, value);
        return this;
    }

    private Http with(Http caller) {
        return cookies.isEmpty()
                ? caller
                : caller.with(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
    }

    private Answer remember(Answer answer) {
        for (String header : answer.headers().allValues("Set-Cookie")) {
            HttpCookie cookie = HttpCookie.parse(header).get(0);
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        }
        Matcher given = TOKEN.matcher(answer.body());
        if (given.find()) {
            token = HtmlUtils.htmlUnescape(given.group(1));
        }
        return answer;
    }
}
