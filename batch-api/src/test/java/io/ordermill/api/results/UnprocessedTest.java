package io.ordermill.api.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordermill.api.testing.Answer;
import io.ordermill.api.testing.ApiTest;
import io.ordermill.api.testing.Http;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders of an operation that was cancelled before a worker took it. */
class UnprocessedTest extends ApiTest {

    @Autowired
    private JdbcClient jdbc;

    private Http caller;

    @BeforeEach
    void caller() {
        caller = newCaller();
    }

    @Test
    void givesOrdersAsTheyWereUploadedWithTheirIndex() {
        String id = cancelled("""
                [ { "a" : 1.50, "é\\u00e9":"x",
                 "b":2 }, {}, [1, 2],
                {"errors":[],"c":null,"itemIndex":7}, -5]""");

        Answer answer = caller.get(unprocessed(id)).expect(200);

        assertThat(answer.body()).isEqualTo("""
                [
                { "a" : 1.50, "é\\u00e9":"x",
                 "b":2,"itemIndex":0},
                {"itemIndex":1},
                {"item":[1, 2],"itemIndex":2},
                {"c":null,"itemIndex":3},
                {"item":-5,"itemIndex":4}
                ]
                """);
        assertThat(answer.header("Content-Disposition")).contains(id + "-unprocessed.json");
    }

    @Test
    void givesATableOfOrders() {
        String id = cancelled("[{\"a\":\"x\"},\"=1\"]");

        Answer answer = caller.with("Accept", "text/csv").get(unprocessed(id)).expect(200);

        assertThat(answer.body())
                .isEqualTo("\"itemIndex\",\"order\"\r\n\"0\",\"{\"\"a\"\":\"\"x\"\"}\"\r\n\"1\",\"\"\"=1\"\"\"\r\n");
    }

    @Test
    void givesNothingOfAnEmptyFile() {
        assertThat(caller.get(unprocessed(cancelled("[]"))).expect(200).body()).isEqualTo("[]");
    }

    @Test
    void givesNoPartOfAFileThatIsNotWhole() {
        caller.get(unprocessed(cancelled("[{\"a\":1},{\"b\":"))).problem(409, "UPLOAD_UNREADABLE");
    }

    @Test
    void saysThatTheUploadHasExpired() {
        String id = cancelled("[{}]");
        jdbc.sql("""
                        update upload set content_deleted_at = current_timestamp where upload_id =
                            (select upload_id from batch_operation where operation_id = ?)""").param(UUID.fromString(id)).update();

        caller.get(unprocessed(id)).problem(410, "UPLOAD_EXPIRED");
        caller.post("/v1/batch-operations/" + id + "/retry").problem(410, "UPLOAD_EXPIRED");
        caller.post("/v1/batch-operations/" + id + "/retry", "application/json", "[{}]")
                .expect(201);
    }

    @Test
    void breaksTheConnectionWhereTheRestCannotBeRead() {
        String id = cancelled("[" + "{\"a\":1},".repeat(200_000) + "{}]");
        jdbc.sql("update batch_operation set total_items = 200001 where operation_id = ?")
                .param(UUID.fromString(id))
                .update();
        jdbc.sql("""
                        update upload_chunk set sha256 = 'another' where chunk_no = 1 and upload_id =
                            (select upload_id from batch_operation where operation_id = ?)""").param(UUID.fromString(id)).update();

        assertThatThrownBy(() -> caller.get(unprocessed(id))).isInstanceOf(UncheckedIOException.class);
    }

    private static String unprocessed(String id) {
        return "/v1/batch-operations/" + id + "/results?type=unprocessed";
    }

    private String cancelled(String file) {
        String id = caller.post("/v1/batch/sales-orders", "application/json", file)
                .expect(201)
                .json()
                .get("batchRequestId")
                .asString();
        caller.post("/v1/batch-operations/" + id + "/cancel").expect(202);
        return id;
    }
}
