package io.ordermill.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.testing.Answer;
import io.ordermill.api.testing.ApiTest;
import io.ordermill.api.testing.Browser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest extends ApiTest {

    private static final String SESSION = "ORDERMILL_SESSION";

    private String client;
    private String secret;
    private Browser browser;

    @BeforeEach
    void browser() {
        client = unique("client");
        secret = newClient(client, newCompany(), "operations:read");
        browser = newBrowser();
    }

    @Test
    void sendsWhoeverHasNotSignedInToWhereThatCanBeDone() {
        for (String path : new String[] {"/console", "/console/operations", "/console/nowhere", "/console/failure"}) {
            assertThat(browser.get(path).expect(302).header("Location"))
                    .as(path)
                    .endsWith("/console/login");
        }
    }

    @Test
    void makesNoSessionBeforeSomebodyHasSignedIn() {
        browser.get("/console/operations");
        browser.get("/console/login").expect(200);
        browser.post("/console/login", Map.of("clientId", client, "clientSecret", "wrong"));

        assertThat(browser.cookie(SESSION)).isEmpty();
    }

    @Test
    void goesOnToThePageThatWasAskedFor() {
        browser.get("/console/operations?label=night").expect(302);
        browser.get("/console/login");

        Answer answer = browser.post("/console/login", Map.of("clientId", client, "clientSecret", secret));

        assertThat(answer.expect(302).header("Location")).contains("/console/operations?label=night");
        assertThat(browser.get("/console/operations").expect(200).body()).contains(client);
    }

    @Test
    void tellsNothingOfWhatWasWrong() {
        for (Map<String, String> wrong : List.of(
                Map.of("clientId", client, "clientSecret", "wrong"),
                Map.of("clientId", "nobody", "clientSecret", secret),
                Map.of("clientId", "<script>", "clientSecret", "' or 1=1"),
                Map.of("clientId", "", "clientSecret", ""))) {
            browser.get("/console/login");
            String location = browser.post("/console/login", wrong).expect(302).header("Location");
            assertThat(location).endsWith("/console/login?state=refused");
            assertThat(browser.get("/console/login?state=refused").expect(200).body())
                    .contains("do not go together");
        }
    }

    @Test
    void saysThatTooManyWrongSecretsWereTried() {
        browser.get("/console/login");
        for (int number = 0; number < 10; number++) {
            browser.post("/console/login", Map.of("clientId", client, "clientSecret", "wrong " + number))
                    .expect(302);
        }

        String location = browser.post("/console/login", Map.of("clientId", client, "clientSecret", secret))
                .expect(302)
                .header("Location");

        assertThat(location).endsWith("/console/login?state=locked");
        assertThat(browser.get("/console/login?state=locked").expect(200).body())
                .contains("Too many wrong secrets", "a few minutes");
    }

    @Test
    void keepsTheSessionFromScriptsAndOtherSites() {
        browser.get("/console/login");
        Answer answer = browser.post("/console/login", Map.of("clientId", client, "clientSecret", secret));

        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith(SESSION))
                .singleElement()
                .asString()
                .contains("Path=/console", "HttpOnly", "SameSite=Lax");
    }

    @Test
    void givesAnotherSessionToEachSignIn() {
        browser.signIn(client, secret);
        String first = browser.cookie(SESSION);
        browser.signIn(client, secret);

        assertThat(browser.cookie(SESSION)).isNotEqualTo(first);
    }

    @Test
    void signsOut() {
        browser.signIn(client, secret);
        String session = browser.cookie(SESSION);

        assertThat(browser.post("/console/logout", Map.of()).expect(302).header("Location"))
                .endsWith("/console/login?state=out");
        assertThat(browser.get("/console/login?state=out").body()).contains("signed out");
        assertThat(newBrowser()
                        .with(SESSION, session)
                        .get("/console/operations")
                        .status())
                .isEqualTo(302);
    }

    @Test
    void refusesFormsWithoutTheTokenOfTheirPage() {
        browser.signIn(client, secret);

        Answer refused = browser.postBare("/console/logout", Map.of());
        Answer forged = browser.postBare("/console/logout", Map.of("_csrf", "forged"));

        assertThat(refused.expect(403).body()).contains("out of date", "nothing has been changed");
        forged.expect(403);
        browser.get("/console/operations").expect(200);
    }

    @Test
    void refusesASignInFromAnotherSite() {
        browser.postBare("/console/login", Map.of("clientId", client, "clientSecret", secret))
                .expect(403);
    }

    @Test
    void sendsAPageWithAnEndedSessionToSignInAsAWhole() {
        browser.signIn(client, secret);
        browser.with(SESSION, "ended");

        Answer part = browser.getPart("/console/operations");

        assertThat(part.expect(401).header("HX-Redirect")).isEqualTo("/console/login?state=expired");
        assertThat(browser.get("/console/operations").expect(302).header("Location"))
                .endsWith("/console/login?state=expired");
    }

    @Test
    void endsTheSessionOfAClientThatIsRemovedOrHasAnotherSecret() {
        browser.signIn(client, secret);
        operator.post("/v1/clients/" + client + "/secret").expect(200);
        assertThat(browser.get("/console/operations").expect(302).header("Location"))
                .contains("/console/login");

        String other = unique("client");
        Browser second = newBrowser().signIn(other, newClient(other, newCompany(), "operations:read"));
        operator.delete("/v1/clients/" + other).expect(204);
        assertThat(second.get("/console/operations").status()).isEqualTo(302);
    }

    @Test
    void showsWhoMayNotLookThatItIsNotPermitted() {
        String loader = unique("client");
        Browser stranger = newBrowser().signIn(loader, newClient(loader, newCompany(), "orders:import"));

        assertThat(stranger.get("/console/operations").expect(403).body())
                .contains("Not permitted", "<html", "Sign out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/nowhere", "/console/failure", "/console/assets/nothing.js"})
    void showsAPageWhereThereIsNothing(String path) {
        browser.signIn(client, secret);

        Answer answer = browser.get(path).expect(404);

        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.body()).contains("Not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/login", "/console/operations", "/console/nowhere"})
    void admitsNothingInlineAndNobodyAround(String path) {
        browser.signIn(client, secret);

        Answer answer = browser.get(path);

        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.body()).doesNotContain("style=", "<style", "onclick", "javascript:");
        assertThat(answer.body().replaceAll("<script src=\"/console/assets/[^\"]+\"[^>]*></script>", ""))
                .doesNotContain("<script");
    }

    @Test
    void letsBrowsersKeepWhatBelongsToThisRelease() {
        String page = browser.get("/console/login").body();
        assertThat(page).contains("htmx.min.js", "console.css");
        page.lines()
                .filter(line -> line.contains("/console/assets/"))
                .map(line -> line.replaceAll(".*\"(/console/assets/[^\"]+)\".*", "$1"))
                .forEach(asset -> assertThat(browser.get(asset).expect(200).header("Cache-Control"))
                        .as(asset)
                        .contains("immutable"));
    }

    @Test
    void opensNothingOfTheApi() {
        browser.signIn(client, secret);

        browser.get("/v1/batch-operations").problem(401, "UNAUTHORIZED");
    }

    private Browser newBrowser() {
        return Browser.at(anonymous.baseUrl());
    }
}
