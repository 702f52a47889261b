package io.ordermill.api.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.testing.Answer;
import io.ordermill.api.testing.ApiTest;
import io.ordermill.api.testing.Http;
import io.ordermill.api.testing.RawSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ProblemTest extends ApiTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1", "/v1/unknown", "/v1/sales-orders/1/unknown", "/error", "/index.html", "/login"})
    void answersUnknownPathsAsProblems(String path) {
        JsonNode problem = operator.get(path).problem(404, "NOT_FOUND");

        assertThat(problem.get("instance").asString()).isEqualTo(path);
    }

    @Test
    void answersUnknownPathsToStrangersAsUnauthorized() {
        anonymous.get("/v1/unknown").problem(401, "UNAUTHORIZED");
    }

    @Test
    void namesTheMethodsThatAreAllowed() {
        Answer answer = operator.delete("/v1/sales-orders");

        answer.problem(405, "METHOD_NOT_ALLOWED");
        assertThat(answer.header("Allow")).contains("POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/csv", "application/xml"})
    void answersInJsonOnly(String accept) {
        operator.with("Accept", accept).get("/v1/batch-operations").problem(406, "NOT_ACCEPTABLE");
    }

    @Test
    void answersAProblemAsAProblemWhateverTheCallerAccepts() {
        operator.with("Accept", "text/html").get("/v1/unknown").problem(404, "NOT_FOUND");
        anonymous.with("Accept", "text/html").get("/v1/batch-operations").problem(401, "UNAUTHORIZED");
    }

    @Test
    void refusesUnsupportedTypesOfBodiesAndListsTheSupported() {
        JsonNode problem = operator.put("/v1/companies/x", "text/plain", "{}").problem(415, "UNSUPPORTED_MEDIA_TYPE");

        assertThat(problem.get("detail").asString()).contains("application/json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":|line 1, column 9",
                "{\"name\":\"x\"} x|line 1",
                "{\"name\":\"x\",\"name\":\"y\"}|line 1",
                "{\"name\":1}|line 1",
                "{\"nome\":\"x\"}|line 1",
                "[]|line 1",
                "''|missing"
            })
    void saysWhereABodyIsMalformedWithoutInternals(String body, String detail) {
        JsonNode problem =
                operator.put("/v1/companies/x", "application/json", body).problem(400, "MALFORMED_BODY");

        assertThat(problem.get("detail").asString()).contains(detail).doesNotContain("io.ordermill", "jackson");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/batch-operations/%00/status HTTP/1.1\r\n",
                "GET /v1/batch-operations/%zz/status HTTP/1.1\r\n",
                "GET /v1/batch-operations;x=y HTTP/1.1\r\n",
                "GET //v1/batch-operations HTTP/1.1\r\n",
                "GET /v1/batch-operations/a%2Fb/status HTTP/1.1\r\n",
                "GET /v1/<x> HTTP/1.1\r\n",
                "GET v1 HTTP/1.1\r\n",
                "NONSENSE\r\n",
                "GET /v1/batch-operations HTTP/1.1\r\nContent-Length: x\r\n",
                "GET /v1/batch-operations HTTP/1.1\r\nHost: other\r\n",
                "GET /v1/batch-operations?label=%zz HTTP/1.1\r\n",
                "POST /v1/batch/sales-orders HTTP/1.1\r\nTransfer-Encoding: nonsense\r\n"
            })
    void answersWhatIsHardlyHttpAsAProblemOfTheCaller(String request) {
        Answer answer = raw(request, "");

        assertThat(answer.status()).as(answer.body()).isBetween(400, 501).isNotEqualTo(500);
        assertThat(answer.header("Content-Type")).as(answer.body()).startsWith("application/problem+json");
        assertThat(answer.json().propertyNames()).contains("status", "title", "detail", "code", "instance");
    }

    @Test
    void answersOversizeHeadersAsAProblem() {
        Answer answer = raw("GET /v1/batch-operations HTTP/1.1\r\nX: " + "x".repeat(20_000) + "\r\n", "");

        assertThat(answer.status()).isBetween(400, 431);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void refusesAnUploadThatBreaksOffWithItsConnection() {
        String head = String.join(
                "\r\n",
                "POST /v1/batch/sales-orders HTTP/1.1",
                "Content-Type: application/json",
                "Content-Length: 100",
                "");

        assertThat(raw(head, "[{}").status()).isEqualTo(400);
    }

    @Test
    void treatsHeadLikeGet() {
        Http reader = newCaller(newCompany(), "orders:read");

        assertThat(operator.send("HEAD", "/v1/batch-operations", BodyPublishers.noBody())
                        .status())
                .isEqualTo(200);
        assertThat(reader.send("HEAD", "/v1/batch-operations", BodyPublishers.noBody())
                        .status())
                .isEqualTo(403);
    }

    private Answer raw(String request, String body) {
        String pair = Base64.getEncoder().encodeToString(("operator:" + OPERATOR_SECRET).getBytes(UTF_8));
        return RawSocket.exchange(
                anonymous.baseUrl(),
                request + "Host: localhost\r\nAuthorization: Basic " + pair + "\r\nConnection: close\r\n\r\n" + body);
    }
}
