package io.ordermill.api.console.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.testing.Answer;
import io.ordermill.api.testing.ApiTest;
import io.ordermill.api.testing.Browser;
import io.ordermill.api.testing.Http;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class UploadPageTest extends ApiTest {

    private static final String FORM = "multipart/form-data; boundary=cut";

    private String company;
    private Browser browser;

    @BeforeEach
    void signIn() {
        company = newCompany();
        browser = signedIn("orders:import", "operations:read");
    }

    @Test
    void showsCompaniesAndLimitsInForce() {
        assertThat(browser.get("/console/upload").expect(200).body())
                .contains(
                        "<option value=\"" + company + "\" selected=\"selected\">", "<b>37,000</b>", "<b>1,550,000</b>")
                .contains("data-max-size=\"3145728\"");
    }

    @Test
    void takesAFileAsTheApiDoes() {
        Answer answer = browser.send(
                "/console/upload?companyId=" + company + "&skipWorkflow=true&dryRun=true&label=by+hand",
                FORM,
                form("[]"));

        String id = answer.expect(201).json().get("operationId").asString();
        JsonNode status = newCaller(company, "operations:read")
                .get("/v1/batch-operations/" + id + "/status")
                .expect(200)
                .json();
        assertThat(status.get("fileName").asString()).isEqualTo("orders.json");
        assertThat(status.get("skipWorkflow").asBoolean()).isTrue();
        assertThat(status.get("dryRun").asBoolean()).isTrue();
        assertThat(status.get("label").asString()).isEqualTo("by hand");
    }

    @Test
    void tellsWhyAFileIsRefused() {
        refused("/console/upload?companyId=" + newCompany(), form("[]"), 403, "User is not authorized");
        refused("/console/upload", form(""), 400, "empty");
        refused("/console/upload?skipworkflow=true", form("[]"), 400, "skipworkflow");
        refused("/console/upload", form(" ".repeat(5 << 20)), 413, "3145728 bytes");
    }

    @Test
    void tellsThatTheQueueIsFull() {
        Http loader = newCaller(company, "orders:import");
        IntStream.range(0, 20).forEach(any -> loader.post("/v1/batch/sales-orders", "application/json", "[]")
                .expect(201));

        refused("/console/upload", form("[]"), 429, "as many open operations");
    }

    @Test
    void takesNothingWithoutTheTokenOfThePage() {
        Browser other = Browser.at(anonymous.baseUrl()).with("ORDERMILL_SESSION", browser.cookie("ORDERMILL_SESSION"));

        other.send("/console/upload", FORM, form("[]")).expect(403);
    }

    @Test
    void saysToThoseWhoMayNotImportThatTheyMayNot() {
        browser = signedIn("operations:read");

        assertThat(browser.get("/console/upload").expect(200).body())
                .contains("orders:import")
                .doesNotContain("<input id=\"file\"");
        browser.send("/console/upload", FORM, form("[]")).expect(403);
    }

    private void refused(String path, String body, int status, String why) {
        assertThat(browser.send(path, FORM, body)
                        .expect(status)
                        .json()
                        .get("detail")
                        .asString())
                .contains(why);
    }

    private Browser signedIn(String... scopes) {
        String client = unique("client");
        return Browser.at(anonymous.baseUrl()).signIn(client, newClient(client, company, scopes));
    }

    private static String form(String file) {
        return "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"orders.json\"\r\n"
                + "Content-Type: application/json\r\n\r\n" + file + "\r\n--cut--\r\n";
    }
}
