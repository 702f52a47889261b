package io.ordermill.api.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What the browser finds wrong with the pages of a context. */
final class Complaints {

    /** A violation of the policy is told to the page only; this tells the console, too. */
    private static final String TELL_VIOLATIONS = """
            addEventListener('securitypolicyviolation', violation => console.error(
                'policy violated: ' + violation.violatedDirective + ' by ' + violation.blockedURI));
            """;

    private static final List<String> COMPLAINING = List.of("error", "warning");

    private final List<String> all = new ArrayList<>();
    private final List<Pattern> expected = new ArrayList<>();

    private Complaints() {}

    static Complaints of(BrowserContext context) {
        Complaints complaints = new Complaints();
        context.addInitScript(TELL_VIOLATIONS);
        context.onConsoleMessage(message -> {
            if (COMPLAINING.contains(message.type())) {
                complaints.all.add("console " + message.type() + ": " + message.text() + " at " + message.location());
            }
        });
        context.onWebError(error -> complaints.all.add("uncaught: " + error.error()));
        context.onDialog(dialog -> {
            complaints.all.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        context.onRequestFailed(request -> complaints.addFailed(request));
        context.onResponse(response -> {
            if (response.status() >= 400) {
                complaints.all.add("answered " + response.status() + ": " + response.url());
            }
        });
        return complaints;
    }

    /** A request that is given up when its page is left has not failed. */
    private void addFailed(Request request) {
        if (!"net::ERR_ABORTED".equals(request.failure())) {
            all.add("failed: " + request.method() + " " + request.url() + ": " + request.failure());
        }
    }

    /** What a test provokes on purpose; it has to come. */
    void expect(String regex) {
        expected.add(Pattern.compile(regex));
    }

    void assertAsExpected() {
        assertThat(all)
                .as("complaints of the browser")
                .allMatch(
                        complaint -> expected.stream()
                                .anyMatch(pattern -> pattern.matcher(complaint).find()),
                        "expected");
        assertThat(expected)
                .as("provoked complaints")
                .allMatch(
                        pattern -> all.stream().anyMatch(complaint -> pattern.matcher(complaint)
                                .find()),
                        "seen");
    }
}
