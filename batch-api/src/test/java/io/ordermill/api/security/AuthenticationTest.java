package io.ordermill.api.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.testing.Answer;
import io.ordermill.api.testing.ApiTest;
import io.ordermill.api.testing.Http;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AuthenticationTest extends ApiTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    @Test
    void refusesCallersWithoutCredentials() {
        Answer answer = anonymous.get("/v1/batch-operations");

        assertThat(answer.problem(401, "UNAUTHORIZED").get("detail").asString()).isEqualTo("Unauthorized.");
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .anyMatch(scheme -> scheme.startsWith("Basic "))
                .anyMatch(scheme -> scheme.startsWith("Bearer "));
    }

    @Test
    void tellsNoDifferenceBetweenWrongSecretAndUnknownClient() {
        Answer wrongSecret = anonymous.basic("operator", "wrong").get("/v1/batch-operations");
        Answer unknown = anonymous.basic("nobody", "wrong").get("/v1/batch-operations");
        Answer impossible = anonymous.basic("no\u0000body", "wrong").get("/v1/batch-operations");

        wrongSecret.problem(401, "UNAUTHORIZED");
        assertThat(unknown.body()).isEqualTo(wrongSecret.body());
        assertThat(impossible.body()).isEqualTo(wrongSecret.body());
    }

    @Test
    void refusesBrokenAuthorizationHeaders() {
        anonymous.with("Authorization", "Basic !!!").get("/v1/batch-operations").problem(401, "UNAUTHORIZED");
        anonymous
                .with("Authorization", "Bearer not.a.token")
                .get("/v1/batch-operations")
                .problem(401, "UNAUTHORIZED");
        anonymous.with("Authorization", "Digest x").get("/v1/batch-operations").problem(401, "UNAUTHORIZED");
    }

    @Test
    void givesTokensForBasicCredentialsAndForCredentialsInTheForm() {
        Answer basic = operator.post("/oauth2/token", FORM, "grant_type=client_credentials");
        Answer form = anonymous.post(
                "/oauth2/token",
                FORM,
                "grant_type=client_credentials&client_id=operator&client_secret=" + OPERATOR_SECRET.replace(' ', '+'));

        for (Answer answer : new Answer[] {basic, form}) {
            JsonNode token = answer.expect(200).json();
            assertThat(token.get("token_type").asString()).isEqualTo("Bearer");
            assertThat(token.get("expires_in").asInt()).isPositive();
            anonymous
                    .bearer(token.get("access_token").asString())
                    .get("/v1/batch-operations")
                    .expect(200);
        }
    }

    @Test
    void refusesTokensForWrongSecretsInTheSameWordsAsForUnknownClients() {
        String grant = "grant_type=client_credentials";
        Answer wrong = anonymous.basic("operator", "wrong").post("/oauth2/token", FORM, grant);
        Answer unknown = anonymous.basic("nobody", "wrong").post("/oauth2/token", FORM, grant);

        JsonNode problem = wrong.problem(401, "UNAUTHORIZED");
        assertThat(problem.get("error").asString()).isEqualTo("invalid_client");
        assertThat(unknown.body()).isEqualTo(wrong.body());
        anonymous.post("/oauth2/token", FORM, grant).problem(401, "UNAUTHORIZED");
    }

    @Test
    void refusesToReadFurtherSecretsAfterTenWrongOnesFromAnAddress() {
        String client = unique("client");
        String secret = newClient(client, newCompany(), "operations:read");
        Http elsewhere = anonymous.basic(client, secret).with("X-Forwarded-For", "198.51.100.7");
        for (int number = 0; number < 5; number++) {
            anonymous
                    .basic(client, "wrong " + number)
                    .get("/v1/batch-operations")
                    .problem(401, "UNAUTHORIZED");
            anonymous
                    .basic(client, "also wrong " + number)
                    .post("/oauth2/token", FORM, "grant_type=client_credentials")
                    .problem(401, "UNAUTHORIZED");
        }

        Answer refused = anonymous.basic(client, secret).get("/v1/batch-operations");
        Answer token = anonymous.basic(client, secret).post("/oauth2/token", FORM, "grant_type=client_credentials");

        for (Answer answer : new Answer[] {refused, token}) {
            answer.problem(429, "TOO_MANY_WRONG_SECRETS");
            assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(200, 300);
        }
        elsewhere.get("/v1/batch-operations").expect(200);
        operator.get("/v1/batch-operations").expect(200);
    }

    @Test
    void countsAWrongSecretThatIsTriedAgainAndAgainOnce() {
        String client = unique("client");
        String secret = newClient(client, newCompany(), "operations:read");
        for (int number = 0; number < 15; number++) {
            anonymous
                    .basic(client, "the one before")
                    .get("/v1/batch-operations")
                    .problem(401, "UNAUTHORIZED");
        }

        anonymous.basic(client, secret).get("/v1/batch-operations").expect(200);
    }

    @Test
    void refusesOtherGrantsAndForeignScopes() {
        operator.post("/oauth2/token", FORM, "grant_type=password").problem(400, "BAD_REQUEST");
        operator.post("/oauth2/token", FORM, "").problem(400, "BAD_REQUEST");
        JsonNode problem = operator.post("/oauth2/token", FORM, "grant_type=client_credentials&scope=everything")
                .problem(400, "BAD_REQUEST");
        assertThat(problem.get("error").asString()).isEqualTo("invalid_scope");
    }

    @Test
    void keepsATokenAsNarrowAsItWasAskedFor() {
        Http narrow = withToken(operator, "&scope=operations:read");

        narrow.get("/v1/batch-operations").expect(200);
        narrow.get("/v1/clients").problem(403, "FORBIDDEN");
    }

    @Test
    void refusesATokenWhoseSignatureIsForged() {
        String token = token(operator, "");
        String[] parts = token.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace("operator", "operatox");
        String forged = parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(UTF_8))
                + "." + parts[2];

        anonymous.bearer(forged).get("/v1/batch-operations").problem(401, "UNAUTHORIZED");
    }

    @Test
    void countsARevokedClientARotatedSecretAndAChangedScopeAtOnce() {
        String company = newCompany();
        String clientId = unique("client");
        Http basic = anonymous.basic(clientId, newClient(clientId, company, "operations:read"));
        Http token = withToken(basic, "");
        basic.get("/v1/batch-operations").expect(200);
        token.get("/v1/batch-operations").expect(200);

        operator.put(
                        "/v1/clients/" + clientId,
                        "application/json",
                        "{\"scopes\":[\"orders:read\"],\"defaultCompanyId\":\"" + company + "\"}")
                .expect(200);
        basic.get("/v1/batch-operations").problem(403, "FORBIDDEN");
        token.get("/v1/batch-operations").problem(403, "FORBIDDEN");

        operator.post("/v1/clients/" + clientId + "/secret").expect(200);
        basic.get("/v1/sales-orders/1").problem(401, "UNAUTHORIZED");
        token.get("/v1/sales-orders/1").problem(404, "NOT_FOUND");

        operator.delete("/v1/clients/" + clientId).expect(204);
        token.get("/v1/sales-orders/1").problem(401, "UNAUTHORIZED");
    }

    private Http withToken(Http caller, String parameters) {
        return anonymous.bearer(token(caller, parameters));
    }

    private static String token(Http caller, String parameters) {
        return caller.post("/oauth2/token", FORM, "grant_type=client_credentials" + parameters)
                .expect(200)
                .json()
                .get("access_token")
                .asString();
    }
}
