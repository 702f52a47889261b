package io.ordermill.api.browser;

import com.microsoft.playwright.Route.FulfillOptions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages that are wrong on purpose: what is to fail the other tests is really noticed. */
@ExtendWith(Visits.class)
class ComplaintsBrowserIT {

    private static final String STRICT = "default-src 'self'";
    private static final String LAX = "default-src * 'unsafe-inline'";

    private Visit visit;

    @BeforeEach
    void visit(Visit given) {
        visit = given;
    }

    @Test
    void noticesAnInlineScript() {
        open(STRICT, "<script>document.title = 'run'</script>");

        visit.complaints().expect("policy violated: script-src-elem by inline");
        visit.complaints().expect("console error: Executing inline script violates");
    }

    @Test
    void noticesAnErrorInTheConsole() {
        open(LAX, "<script>console.error('out of order')</script>");

        visit.complaints().expect("console error: out of order");
    }

    @Test
    void noticesAnUncaughtException() {
        open(LAX, "<script>throw new Error('unforeseen')</script>");

        visit.complaints().expect("uncaught: .*unforeseen");
    }

    @Test
    void noticesAnAnswerThatIsAnError() {
        visit.page().route("**/gone.png", route -> route.fulfill(new FulfillOptions().setStatus(410)));

        open(LAX, "<img alt='' src='/gone.png'>");

        visit.complaints().expect("answered 410: .*/gone.png");
        visit.complaints().expect("Failed to load resource");
    }

    @Test
    void noticesARequestThatIsNotAnswered() {
        visit.page().route("**/lost.png", route -> route.abort("connectionreset"));

        open(LAX, "<img alt='' src='/lost.png'>");

        visit.complaints().expect("failed: GET .*/lost.png: net::ERR_CONNECTION_RESET");
        visit.complaints().expect("Failed to load resource");
    }

    private void open(String policy, String body) {
        visit.page()
                .route(
                        "**/wrong",
                        route -> route.fulfill(new FulfillOptions()
                                .setContentType("text/html")
                                .setHeaders(Map.of("Content-Security-Policy", policy))
                                .setBody("<!doctype html><title>wrong</title>" + body)));
        visit.open("/wrong");
    }
}
