package io.ordermill.api.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.testing.Answer;
import io.ordermill.api.testing.ApiTest;
import io.ordermill.api.testing.Http;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class RemovalTest extends ApiTest {

    private static final String OPERATIONS = "/v1/batch-operations/";

    @Autowired
    private JdbcClient jdbc;

    private String company;
    private Http caller;

    @BeforeEach
    void caller() {
        company = newCompany();
        caller = newCaller(company, "orders:import", "operations:read", "operations:cancel");
    }

    @Test
    void removesAnEndedOperation() {
        String id = submitted();
        caller.post(OPERATIONS + id + "/cancel").expect(202);

        Answer removed = caller.delete(OPERATIONS + id).expect(204);

        assertThat(removed.body()).isEmpty();
        caller.get(OPERATIONS + id + "/status").problem(404, "NOT_FOUND");
        caller.get(OPERATIONS + id + "/results").problem(404, "NOT_FOUND");
        caller.delete(OPERATIONS + id).problem(404, "NOT_FOUND");
        assertThat(caller.get("/v1/batch-operations").expect(200).json().get("items"))
                .isEmpty();
    }

    @Test
    void refusesWhileItRuns() {
        String id = submitted();

        Answer refusal = caller.delete(OPERATIONS + id);

        assertThat(refusal.problem(409, "OPERATION_NOT_ENDED").get("detail").asString())
                .contains("Pending");
        assertThat(refusal.header("Retry-After")).isNotEmpty();
        caller.get(OPERATIONS + id + "/status").expect(200);
    }

    @Test
    void isForThoseWhoMayCancelInTheCompany() {
        String id = submitted();
        caller.post(OPERATIONS + id + "/cancel").expect(202);

        newCaller(company, "orders:import", "operations:read")
                .delete(OPERATIONS + id)
                .problem(403, "FORBIDDEN");
        newCaller().delete(OPERATIONS + id).problem(404, "NOT_FOUND");
        caller.delete(OPERATIONS + UUID.randomUUID()).problem(404, "NOT_FOUND");
        caller.delete(OPERATIONS + "nonsense").problem(404, "NOT_FOUND");
        caller.delete(OPERATIONS + id + "?force=true").problem(400, "INVALID_PARAMETER");
    }

    @Test
    void saysThatResultsHaveExpiredInsteadOfShowingNone() {
        String id = submitted();
        caller.post(OPERATIONS + id + "/cancel").expect(202);
        caller.get(OPERATIONS + id + "/results").expect(200);
        jdbc.sql("update batch_operation set results_deleted_at = ? where operation_id = ?")
                .params(OffsetDateTime.parse("2026-01-02T03:04:05Z"), UUID.fromString(id))
                .update();

        for (String page : new String[] {
            "/results?type=failed", "/results?type=success", "/results?type=unprocessed", "/results/summary"
        }) {
            assertThat(caller.get(OPERATIONS + id + page)
                            .problem(410, "RESULTS_EXPIRED")
                            .get("detail")
                            .asString())
                    .contains("2026-01-02T03:04:05Z");
        }
        assertThat(caller.get(OPERATIONS + id + "/status")
                        .expect(200)
                        .json()
                        .get("status")
                        .asString())
                .isEqualTo("Cancelled");
    }

    @Test
    void saysThatTheUploadHasExpiredToWhoeverNeedsIt() {
        String id = submitted();
        caller.post(OPERATIONS + id + "/cancel").expect(202);
        String upload = "upload_id = (select upload_id from batch_operation where operation_id = ?)";
        jdbc.sql("delete from upload_chunk where " + upload)
                .param(UUID.fromString(id))
                .update();
        jdbc.sql("update upload set content_deleted_at = current_timestamp where " + upload)
                .param(UUID.fromString(id))
                .update();

        caller.get(OPERATIONS + id + "/results?type=unprocessed").problem(410, "UPLOAD_EXPIRED");
        caller.post(OPERATIONS + id + "/retry").problem(410, "UPLOAD_EXPIRED");
        caller.get(OPERATIONS + id + "/results?type=failed").expect(200);
    }

    private String submitted() {
        return caller.post("/v1/batch/sales-orders", "application/json", "[]")
                .expect(201)
                .json()
                .get("batchRequestId")
                .asString();
    }
}
