package io.ordermill.api.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.testing.Answer;
import io.ordermill.api.testing.ApiTest;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class AdministrationTest extends ApiTest {

    private static final String JSON = "application/json";

    @Autowired
    private JdbcClient jdbc;

    @Test
    void showsASecretOnceAndKeepsItsHashOnly() {
        String company = newCompany();
        String clientId = unique("client");
        String secret = newClient(clientId, company, "orders:read");

        assertThat(Base64.getUrlDecoder().decode(secret)).hasSize(32);
        assertThat(operator.get("/v1/clients/" + clientId).expect(200).json().toString())
                .isEqualTo(
                        "{\"clientId\":\"%s\",\"scopes\":[\"orders:read\"],\"defaultCompanyId\":\"%2$s\",\"companyIds\":[\"%2$s\"]}"
                                .formatted(clientId, company));
        assertThat(operator.get("/v1/clients").expect(200).body())
                .contains(clientId)
                .doesNotContain(secret, "clientSecret", "$2a$");
        assertThat(jdbc.sql("select secret_hash from api_client where client_id = ?")
                        .param(clientId)
                        .query(String.class)
                        .single())
                .startsWith("$2a$")
                .doesNotContain(secret);
    }

    @Test
    void changesAClientAndLeavesItsSecretAlone() {
        String company = newCompany();
        String other = newCompany();
        String clientId = unique("client");
        String secret = newClient(clientId, company, "operations:read");

        JsonNode changed = put(
                        clientId,
                        "{\"scopes\":[\"admin\",\"orders:import\"],\"defaultCompanyId\":\"%s\",\"companyIds\":[\"%s\"]}"
                                .formatted(other, company))
                .expect(200)
                .json();

        assertThat(changed.has("clientSecret")).isFalse();
        assertThat(changed.get("companyIds").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder(company, other);
        anonymous.basic(clientId, secret).get("/v1/clients").expect(200);
    }

    @Test
    void rotatesASecret() {
        String clientId = unique("client");
        String old = newClient(clientId, newCompany(), "operations:read");
        anonymous.basic(clientId, old).get("/v1/batch-operations").expect(200);

        String fresh = operator.post("/v1/clients/" + clientId + "/secret")
                .expect(200)
                .json()
                .get("clientSecret")
                .asString();

        anonymous.basic(clientId, old).get("/v1/batch-operations").problem(401, "UNAUTHORIZED");
        anonymous.basic(clientId, fresh).get("/v1/batch-operations").expect(200);
    }

    @Test
    void revokesAClientAtOnce() {
        String clientId = unique("client");
        String secret = newClient(clientId, newCompany(), "operations:read");
        anonymous.basic(clientId, secret).get("/v1/batch-operations").expect(200);

        operator.delete("/v1/clients/" + clientId).expect(204);

        anonymous.basic(clientId, secret).get("/v1/batch-operations").problem(401, "UNAUTHORIZED");
        operator.delete("/v1/clients/" + clientId).problem(404, "NOT_FOUND");
        operator.get("/v1/clients/" + clientId).problem(404, "NOT_FOUND");
        operator.post("/v1/clients/" + clientId + "/secret").problem(404, "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"scopes\":[\"orders:read\"]}",
                "{\"defaultCompanyId\":\"1\"}",
                "{\"scopes\":[\"everything\"],\"defaultCompanyId\":\"1\"}",
                "{\"scopes\":[null],\"defaultCompanyId\":\"1\"}",
                "{\"scopes\":[],\"defaultCompanyId\":\"nowhere\"}",
                "{\"scopes\":[],\"defaultCompanyId\":\"\\u0000\"}",
                "{\"scopes\":[],\"defaultCompanyId\":\"1\",\"companyIds\":[\"nowhere\"]}"
            })
    void refusesClientsThatCannotBe(String client) {
        put(unique("client"), client).problem(422, "INVALID_CONTENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%20b", "%C3%A4", "-a"})
    void refusesIdsThatWouldNeedEscapes(String id) {
        put(id, "{\"scopes\":[],\"defaultCompanyId\":\"1\"}").problem(422, "INVALID_CONTENT");
        operator.put("/v1/companies/" + id, JSON, "{\"name\":\"x\"}").problem(422, "INVALID_CONTENT");
        operator.get("/v1/companies/" + id).problem(404, "NOT_FOUND");
        operator.get("/v1/clients/" + id).problem(404, "NOT_FOUND");
    }

    @Test
    void createsAndChangesACompany() {
        String companyId = unique("company");

        operator.put("/v1/companies/" + companyId, JSON, "{\"name\":\"One\"}").expect(201);
        operator.put("/v1/companies/" + companyId, JSON, "{\"name\":\"Two\",\"uniqueExternalOrderIds\":true}")
                .expect(200);

        assertThat(operator.get("/v1/companies/" + companyId).expect(200).body())
                .isEqualTo(
                        "{\"companyId\":\"%s\",\"name\":\"Two\",\"uniqueExternalOrderIds\":true}".formatted(companyId));
        assertThat(operator.get("/v1/companies").expect(200).body()).contains("{\"companyId\":\"" + companyId + "\"");
        operator.get("/v1/companies/nowhere").problem(404, "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"name\":\"\"}", "{\"name\":null}", "{\"name\":\"\\u0000\"}", "{\"name\":\"\\ud800\"}"})
    void refusesCompaniesWithoutAUsableName(String company) {
        operator.put("/v1/companies/x", JSON, company).problem(422, "INVALID_CONTENT");
    }

    @Test
    void refusesToMakeExternalOrderIdsUniqueThatAreNot() {
        String company = newCompany();
        loadReferences(company);
        String order = """
                {"customerId":"1000","transactionType":"SO","responsible":"FRED","salesPerson":"SYSEN",
                 "externalOrderId":"same","orderLines":[{"productCode":"1000","quantity":1}]}""";
        for (int i = 0; i < 2; i++) {
            newCaller(company, "orders:write")
                    .post("/v1/sales-orders", JSON, order)
                    .expect(201);
        }

        operator.put("/v1/companies/" + company, JSON, "{\"name\":\"x\",\"uniqueExternalOrderIds\":true}")
                .problem(409, "EXTERNAL_ORDER_IDS_NOT_UNIQUE");
    }

    @Test
    void isForAdministratorsOnly() {
        var everyOtherScope = newCaller();

        Stream.of(
                        everyOtherScope.get("/v1/clients"),
                        everyOtherScope.get("/v1/clients/operator"),
                        everyOtherScope.put("/v1/clients/x", JSON, "{}"),
                        everyOtherScope.post("/v1/clients/operator/secret"),
                        everyOtherScope.delete("/v1/clients/operator"),
                        everyOtherScope.get("/v1/companies"),
                        everyOtherScope.get("/v1/companies/1"),
                        everyOtherScope.put("/v1/companies/1", JSON, "{\"name\":\"mine\"}"))
                .forEach(answer -> answer.problem(403, "FORBIDDEN"));
    }

    private Answer put(String clientId, String client) {
        return operator.put("/v1/clients/" + clientId, JSON, client);
    }
}
