package io.ordermill.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.testing.Answer;
import io.ordermill.api.testing.ApiTest;
import io.ordermill.api.testing.Http;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class WebhookTest extends ApiTest {

    /** A public address, so that no test asks for a name. */
    private static final String URL = "https://9.9.9.9:8443/hooks?from=ordermill";

    private Http caller;

    @BeforeEach
    void caller() {
        caller = newCaller();
    }

    @Test
    void showsTheSecretOnceOnly() {
        Answer created = register("{\"url\":\"" + URL + "\"}").expect(201);
        JsonNode webhook = created.json();
        String path = "/v1/webhooks/" + webhook.get("id").asString();

        assertThat(webhook.get("secret").asString()).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(created.header("Location")).isEqualTo(caller.baseUrl() + path);
        assertThat(created.header("Cache-Control")).isEqualTo("no-store");
        assertThat(webhook.get("events").valueStream().map(JsonNode::asString))
                .containsExactly("batch.cancelled", "batch.completed", "batch.failed");
        assertThat(webhook.get("enabled").asBoolean()).isTrue();
        assertThat(caller.get(path).expect(200).json().has("secret")).isFalse();
        assertThat(caller.get("/v1/webhooks").expect(200).body())
                .contains(webhook.get("id").asString())
                .doesNotContain("whsec_");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://9.9.9.9/",
                "ftp://9.9.9.9/",
                "https://",
                "https:///path",
                "https://user:secret@9.9.9.9/",
                "https://9.9.9.9/#part",
                "https://9.9.9.9:0/",
                "https://9.9.9.9:70000/",
                "not a url",
                "",
                "https://127.0.0.1/",
                "https://localhost/",
                "https://10.1.2.3/",
                "https://[::1]/",
                "https://[fd00:ec2::254]/",
                "https://[::ffff:169.254.169.254]/",
                "https://169.254.169.254/latest/meta-data",
                "https://2130706433/",
                "https://no-such-host.invalid/"
            })
    void refusesUrlsItWillNotCall(String url) {
        register("{\"url\":\"" + url + "\"}").problem(400, "INVALID_WEBHOOK");
    }

    @Test
    void refusesEventsThereAreNot() {
        register("{\"url\":\"" + URL + "\",\"events\":[]}").problem(400, "INVALID_WEBHOOK");
        register("{\"url\":\"" + URL + "\",\"events\":[\"batch.started\"]}").problem(400, "INVALID_WEBHOOK");
        register("{\"url\":\"" + URL + "\",\"events\":[\"webhook.test\"]}").problem(400, "INVALID_WEBHOOK");
        register("{\"url\":\"" + URL + "\",\"events\":[null]}").problem(400, "INVALID_WEBHOOK");
        register("{}").problem(400, "INVALID_WEBHOOK");
        register("{\"url\":\"" + URL + "\",\"secret\":\"mine\"}").problem(400, "MALFORMED_BODY");
    }

    @Test
    void disablesEnablesAndChangesEvents() {
        String path = registered();

        JsonNode disabled = patch(path, "{\"enabled\":false,\"events\":[\"batch.failed\"]}")
                .expect(200)
                .json();
        assertThat(disabled.get("enabled").asBoolean()).isFalse();
        assertThat(disabled.get("disabledReason").asString()).isNotEmpty();
        caller.post(path + "/test").problem(409, "WEBHOOK_DISABLED");

        JsonNode enabled = patch(path, "{\"enabled\":true}").expect(200).json();
        assertThat(enabled.get("enabled").asBoolean()).isTrue();
        assertThat(enabled.get("events").toString()).isEqualTo("[\"batch.failed\"]");
    }

    @Test
    void queuesATestCall() {
        String path = registered();

        String first = caller.post(path + "/test").expect(202).json().get("id").asString();
        String second = caller.post(path + "/test").expect(202).json().get("id").asString();

        JsonNode page = caller.get(path + "/deliveries?pageSize=1").expect(200).json();
        assertThat(page.get("items").get(0).get("id").asString()).isEqualTo(second);
        assertThat(page.get("items").get(0).get("event").asString()).isEqualTo("webhook.test");
        assertThat(page.get("items").get(0).get("state").asString()).isEqualTo("pending");
        JsonNode next = caller.get(
                        path + "/deliveries?cursor=" + page.get("cursor").asString())
                .expect(200)
                .json();
        assertThat(next.get("items").get(0).get("id").asString()).isEqualTo(first);
        caller.get(path + "/deliveries?cursor=x").problem(400, "INVALID_PARAMETER");
    }

    @Test
    void forgetsADeletedWebhookWithItsDeliveries() {
        String path = registered();
        caller.post(path + "/test").expect(202);

        caller.delete(path).expect(204);

        caller.get(path).problem(404, "NOT_FOUND");
        caller.get(path + "/deliveries").problem(404, "NOT_FOUND");
        caller.delete(path).problem(404, "NOT_FOUND");
    }

    @Test
    void keepsCompaniesAndScopesApart() {
        String path = registered();
        Http stranger = newCaller();

        stranger.get(path).problem(404, "NOT_FOUND");
        stranger.delete(path).problem(404, "NOT_FOUND");
        stranger.post(path + "/test").problem(404, "NOT_FOUND");
        assertThat(stranger.get("/v1/webhooks").expect(200).json().get("items").isEmpty())
                .isTrue();
        String company = newCompany();
        register("{\"url\":\"" + URL + "\",\"companyId\":\"" + company + "\"}").problem(403, "FORBIDDEN");
        caller.get("/v1/webhooks?companyId=" + company).problem(403, "FORBIDDEN");
        newCaller(newCompany(), "operations:read").get("/v1/webhooks").problem(403, "FORBIDDEN");
        caller.get("/v1/webhooks/" + UUID.randomUUID()).problem(404, "NOT_FOUND");
        caller.get("/v1/webhooks/x").problem(404, "NOT_FOUND");
        anonymous.get("/v1/webhooks").problem(401, "UNAUTHORIZED");
    }

    @Test
    void refusesMoreThanACompanyMayHave() {
        for (int i = 0; i < 20; i++) {
            register("{\"url\":\"" + URL + "\"}").expect(201);
        }
        register("{\"url\":\"" + URL + "\"}").problem(409, "TOO_MANY_WEBHOOKS");
    }

    private Answer register(String body) {
        return caller.post("/v1/webhooks", "application/json", body);
    }

    private String registered() {
        return "/v1/webhooks/"
                + register("{\"url\":\"" + URL + "\"}")
                        .expect(201)
                        .json()
                        .get("id")
                        .asString();
    }

    private Answer patch(String path, String body) {
        return caller.with("Content-Type", "application/json").send("PATCH", path, BodyPublishers.ofString(body));
    }
}
