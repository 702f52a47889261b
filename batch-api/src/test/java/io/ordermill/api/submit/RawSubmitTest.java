package io.ordermill.api.submit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.testing.Answer;
import io.ordermill.api.testing.ApiTest;
import io.ordermill.api.testing.Http;
import io.ordermill.api.testing.RawSocket;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class RawSubmitTest extends ApiTest {

    private static final String PATH = "/v1/batch/sales-orders";

    @Autowired
    private JdbcClient jdbc;

    private String company;
    private Http caller;

    @BeforeEach
    void caller() {
        company = newCompany();
        caller = newCaller(company, "orders:import", "operations:read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "application/json; charset=utf-8", "application/gzip", "Application/ZSTD"})
    void takesTheFileItself(String contentType) {
        caller.post(PATH, contentType, "[]").expect(201);
    }

    @Test
    void answersWithTheStatusAndWhereToFollowIt() {
        Answer answer = caller.post(PATH + "?skipWorkflow=true&label=a%20label", "application/json", "[]")
                .expect(201);

        JsonNode status = answer.json();
        String id = status.get("batchRequestId").asString();
        assertThat(answer.header("Location")).isEqualTo(caller.baseUrl() + "/v1/batch-operations/" + id + "/status");
        assertThat(status.get("status").asString()).isEqualTo("Pending");
        assertThat(status.get("companyId").asString()).isEqualTo(company);
        assertThat(status.get("skipWorkflow").asBoolean()).isTrue();
        assertThat(status.get("label").asString()).isEqualTo("a label");
        assertThat(status.get("fileName").isNull()).isTrue();
        assertThat(caller.get("/v1/batch-operations/" + id + "/status")
                        .expect(200)
                        .json())
                .isEqualTo(status);
    }

    @Test
    void namesItselfAsTheProxyInFrontIsCalled() {
        Answer answer = caller.with("X-Forwarded-Proto", "https")
                .with("X-Forwarded-Host", "orders.example.com")
                .post(PATH, "application/json", "[]")
                .expect(201);

        assertThat(answer.header("Location")).startsWith("https://orders.example.com/v1/batch-operations/");
    }

    @Test
    void queuesTheOperationForAWorkerSmallFilesFirst() {
        String small = submitted("[]");
        String large = submitted("[" + " ".repeat(2 * 1024 * 1024) + "]");

        assertThat(task(small).get("task_name")).isEqualTo("import-operation");
        assertThat(task(small).get("picked")).isEqualTo(false);
        assertThat((int) task(small).get("priority"))
                .isGreaterThan((int) task(large).get("priority"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/mixed; boundary=x", "nonsense"})
    void refusesOtherTypesAndListsWhatItAccepts(String contentType) {
        JsonNode problem = caller.post(PATH, contentType, "[]").problem(415, "UNSUPPORTED_MEDIA_TYPE");

        assertThat(problem.get("detail").asString())
                .contains("multipart/form-data", "application/json", "application/gzip", "application/zstd");
    }

    @Test
    void refusesABodyOfNoType() {
        caller.send("POST", PATH, BodyPublishers.ofString("[]")).problem(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void refusesAnEmptyBody() {
        caller.post(PATH, "application/json", "").problem(400, "INVALID_UPLOAD");
        caller.with("Content-Type", "application/json")
                .send("POST", PATH, BodyPublishers.ofInputStream(InputStream::nullInputStream))
                .problem(400, "INVALID_UPLOAD");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "skipWorkflow=yes|skipWorkflow must be true or false",
                "skipWorkflow=TRUE|skipWorkflow must be true or false",
                "skipWorkflow|skipWorkflow is empty",
                "skipWorkflow=true&skipWorkflow=true|skipWorkflow is given more than once",
                "skipworkflow=true|no query parameter skipworkflow",
                "unknownFields=drop|unknownFields must be reject or ignore",
                "companyId=|companyId is empty",
                "label=%00|label has a control character",
                "dryRun=1|dryRun must be true or false",
                "errorPolicy=all|errorPolicy must be partial or atomic",
                "maxErrors=0|maxErrors must be a whole number from 1",
                "maxErrors=-1|maxErrors must be a whole number from 1",
                "maxErrors=1.5|maxErrors must be a whole number from 1",
                "maxErrors=all|maxErrors must be a whole number from 1",
                "maxErrors=10000000000|maxErrors must be a whole number from 1"
            })
    void refusesParametersThatSayNothingItCanDo(String query, String detail) {
        JsonNode problem =
                caller.post(PATH + "?" + query, "application/json", "[]").problem(400, "INVALID_PARAMETER");

        assertThat(problem.get("detail").asString()).contains(detail);
    }

    @Test
    void refusesALabelOfMoreThanTwoHundredCharacters() {
        caller.post(PATH + "?label=" + "%F0%9F%98%80".repeat(200), "application/json", "[]")
                .expect(201);
        caller.post(PATH + "?label=" + "x".repeat(201), "application/json", "[]")
                .problem(400, "INVALID_PARAMETER");
    }

    @Test
    void acceptsParametersThatAskForWhatItDoesAnyway() {
        caller.post(PATH + "?dryRun=false&errorPolicy=partial&unknownFields=ignore", "application/json", "[]")
                .expect(201);
    }

    @Test
    void showsADryRunAndTheErrorPolicyThatWereAskedFor() {
        JsonNode status = caller.post(PATH + "?dryRun=true&errorPolicy=atomic&maxErrors=1", "application/json", "[]")
                .expect(201)
                .json();

        assertThat(status.get("dryRun").asBoolean()).isTrue();
        assertThat(status.get("errorPolicy").asString()).isEqualTo("atomic");
    }

    void refusesCompaniesThatAreForeignOrUnknown() {
        String foreign = newCompany();

        for (String companyId : List.of(foreign, "nowhere", "%F0%9F%98%80")) {
            JsonNode problem = caller.post(PATH + "?companyId=" + companyId, "application/json", "[]")
                    .problem(403, "FORBIDDEN");
            assertThat(problem.get("detail").asString()).isEqualTo("User is not authorized");
        }
        caller.post(PATH + "?companyId=" + company, "application/json", "[]").expect(201);
    }

    @Test
    void refusesClientsWithoutPermissionToImportAsUnauthorized() {
        Http reader = newCaller(company, "operations:read");

        JsonNode problem = reader.post(PATH, "application/json", "[]").problem(401, "UNAUTHORIZED");

        assertThat(problem.get("detail").asString()).isEqualTo("Unauthorized.");
    }

    @Test
    void checksCredentialsThenParametersThenCompanyThenTheBody() {
        anonymous.post(PATH + "?x=y&companyId=nowhere", "text/plain", "").problem(401, "UNAUTHORIZED");
        caller.post(PATH + "?x=y&companyId=nowhere", "text/plain", "").problem(400, "INVALID_PARAMETER");
        caller.post(PATH + "?companyId=nowhere", "text/plain", "").problem(403, "FORBIDDEN");
        caller.post(PATH, "text/plain", "").problem(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void refusesWhatIsLargerThanTheLimitAndTheCallerSeesIt() {
        byte[] limit = new byte[3 * 1024 * 1024];
        caller.post(PATH, "application/gzip", limit).expect(201);

        byte[] tooMuch = new byte[limit.length + 1];
        byte[] muchTooMuch = new byte[60 * 1024 * 1024];
        for (byte[] body : List.of(tooMuch, muchTooMuch)) {
            JsonNode problem = caller.post(PATH, "application/gzip", body).problem(413, "BODY_TOO_LARGE");
            assertThat(problem.get("detail").asString()).contains("3145728");
            caller.with("Content-Type", "application/gzip")
                    .send("POST", PATH, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                    .problem(413, "BODY_TOO_LARGE");
            caller.post(
                            PATH,
                            Multipart.CONTENT_TYPE,
                            new Multipart().part("Content-Type: x/y", body).end())
                    .problem(413, "BODY_TOO_LARGE");
        }
    }

    @Test
    void refusesByItsAnnouncedLengthWhatNeedNotBeSentAtAll() {
        String pair = Base64.getEncoder().encodeToString(("operator:" + OPERATOR_SECRET).getBytes(UTF_8));
        String head = String.join(
                "\r\n",
                "POST " + PATH + " HTTP/1.1",
                "Host: localhost",
                "Authorization: Basic " + pair,
                "Content-Type: application/gzip",
                "Content-Length: 3145729",
                "Expect: 100-continue",
                "Connection: close",
                "\r\n");

        RawSocket.exchange(anonymous.baseUrl(), head).problem(413, "BODY_TOO_LARGE");
    }

    @Test
    void refusesMoreOpenOperationsThanACompanyMayHave() {
        for (int open = 0; open < 20; open++) {
            caller.post(PATH, "application/json", "[]").expect(201);
        }

        Answer refusal = caller.post(PATH, "application/json", "[]");

        assertThat(refusal.problem(429, "QUEUE_FULL").get("detail").asString()).contains("20");
        assertThat(refusal.header("Retry-After")).isNotEmpty();
        newCaller().post(PATH, "application/json", "[]").expect(201);
    }

    private String submitted(String body) {
        return caller.post(PATH, "application/json", body)
                .expect(201)
                .json()
                .get("batchRequestId")
                .asString();
    }

    private Map<String, Object> task(String operationId) {
        return jdbc.sql("select task_name, picked, priority from scheduled_tasks where task_instance = ?")
                .param(operationId)
                .query()
                .singleRow();
    }
}
