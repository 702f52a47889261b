package io.ordermill.api.results;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.testing.Answer;
import io.ordermill.api.testing.ApiTest;
import io.ordermill.api.testing.Http;
import io.ordermill.core.file.ItemBytes;
import io.ordermill.core.operation.Claim;
import io.ordermill.core.operation.OperationQueue;
import io.ordermill.core.operation.OperationStatus;
import io.ordermill.core.operation.Progress;
import io.ordermill.core.order.DraftOrder;
import io.ordermill.core.order.ErrorCode;
import io.ordermill.core.order.JudgedItem;
import io.ordermill.core.order.Judgement;
import io.ordermill.core.order.OrderError;
import io.ordermill.core.order.OrderKeys;
import io.ordermill.core.order.OrderPageWriter;
import io.ordermill.core.order.OrderReader;
import io.ordermill.core.order.PageContext;
import io.ordermill.core.order.PageOutcome.RefusedItem;
import io.ordermill.core.outcome.OutcomeStore;
import io.ordermill.core.reference.ReferenceResolver;
import io.ordermill.core.validation.OrderValidator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

class ResultsTest extends ApiTest {

    private static final String ORDER = """
            {"customerId":"1000","transactionType":"SO","responsible":"FRED","salesPerson":"SYSEN",
             "externalOrderId":"X-%d","orderDate":"2026-04-29","orderLines":[{"productCode":"1000","quantity":4}]}""";

    @Autowired
    private OperationQueue queue;

    @Autowired
    private OutcomeStore outcomes;

    @Autowired
    private OrderValidator validator;

    @Autowired
    private ReferenceResolver references;

    @Autowired
    private OrderPageWriter pages;

    @Autowired
    private TransactionTemplate transaction;

    private String company;
    private Http caller;

    @BeforeEach
    void caller() {
        company = newCompany();
        caller = newCaller(company, "orders:import", "orders:read", "operations:read", "operations:cancel");
    }

    @Test
    void givesFailedOrdersBackByteForByteWithWhatIsWrong() {
        String id =
                ended("{ \"a\" : 1.50, \"é\\u00e9\":\"x\" ,\"a\":2\n}", "{}", "{ \n }", "[1, 2]", "\"text\"", "null");

        Answer answer = caller.get("/v1/batch-operations/" + id + "/results").expect(200);

        String errors = "\"errors\":[{\"code\":\"REQUIRED\",\"pointer\":\"/x\",\"message\":\"é is missing.\"}]}";
        assertThat(answer.body()).isEqualTo("""
                [
                { "a" : 1.50, "é\\u00e9":"x" ,"a":2,"itemIndex":0,%1$s,
                {"itemIndex":1,%1$s,
                {"itemIndex":2,%1$s,
                {"item":[1, 2],"itemIndex":3,%1$s,
                {"item":"text","itemIndex":4,%1$s,
                {"item":null,"itemIndex":5,%1$s
                ]
                """.formatted(errors));
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"" + id + "-failed.json\"");
    }

    @Test
    void givesMoreThanOnePageInFileOrder() {
        String id =
                ended(IntStream.range(0, 107).mapToObj("{\"n\":%d}"::formatted).toArray(String[]::new));

        JsonNode failed = caller.get("/v1/batch-operations/" + id + "/results?type=failed")
                .expect(200)
                .json();

        assertThat(failed.valueStream().map(order -> order.get("itemIndex").asInt()))
                .isEqualTo(IntStream.range(0, 107).boxed().toList());
        assertThat(failed.get(106).get("n").asInt()).isEqualTo(106);
    }

    @Test
    void givesAnEmptyArrayWhereNothingFailedOrNothingWasSaved() {
        String id = ended();

        assertThat(caller.get("/v1/batch-operations/" + id + "/results")
                        .expect(200)
                        .body())
                .isEqualTo("[]");
        assertThat(caller.get("/v1/batch-operations/" + id + "/results?type=success")
                        .expect(200)
                        .body())
                .isEqualTo("[]");
    }

    @Test
    void givesSavedOrdersInShortWithALinkToTheWhole() {
        loadReferences(company);
        String id = submitted();
        save(id, 3);
        caller.post("/v1/batch-operations/" + id + "/cancel").expect(202);

        Answer answer = caller.get("/v1/batch-operations/" + id + "/results?type=success")
                .expect(200);

        assertThat(answer.header("Content-Disposition")).contains(id + "-success.json");
        JsonNode saved = answer.json();
        assertThat(saved).hasSize(3);
        JsonNode second = saved.get(1);
        assertThat(second.propertyNames())
                .containsExactly(
                        "itemIndex",
                        "orderNumber",
                        "transactionType",
                        "customerId",
                        "externalOrderId",
                        "orderDate",
                        "currencyCode",
                        "lineCount",
                        "totalAmount",
                        "links");
        assertThat(second.get("itemIndex").asInt()).isEqualTo(1);
        assertThat(second.get("externalOrderId").asString()).isEqualTo("X-1");
        assertThat(second.get("orderDate").asString()).isEqualTo("2026-04-29");
        assertThat(second.get("totalAmount").toString()).isEqualTo("10");
        String link = second.get("links").get("self").asString();
        assertThat(link).startsWith(caller.baseUrl());
        assertThat(caller.get(link.substring(caller.baseUrl().length()))
                        .expect(200)
                        .json()
                        .get("orderNumber"))
                .isEqualTo(second.get("orderNumber"));
    }

    @Test
    void asksToWaitWhileTheOperationRuns() {
        Answer answer = caller.get("/v1/batch-operations/" + submitted() + "/results");

        answer.problem(409, "OPERATION_NOT_ENDED");
        assertThat(answer.header("Retry-After")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"type=Failed", "type=", "type=failed&type=success", "partial=yes", "format=csv"})
    void refusesOtherParameters(String query) {
        caller.get("/v1/batch-operations/" + ended() + "/results?" + query).problem(400, "INVALID_PARAMETER");
    }

    @Test
    void refusesOtherFormats() {
        JsonNode problem = caller.with("Accept", "application/xml, text/csv;q=0")
                .get("/v1/batch-operations/" + ended() + "/results")
                .problem(406, "NOT_ACCEPTABLE");

        assertThat(problem.get("detail").asString())
                .isEqualTo("This call gives application/json, application/x-ndjson, text/csv.");
    }

    @Test
    void givesOneElementALineAsNdjson() {
        String id = ended("{ \"a\" : \"x\\n\",\r\n\"b\":1\n}", "null");

        Answer answer = caller.with("Accept", "application/x-ndjson")
                .get("/v1/batch-operations/" + id + "/results")
                .expect(200);

        String errors = "\"errors\":[{\"code\":\"REQUIRED\",\"pointer\":\"/x\",\"message\":\"é is missing.\"}]}";
        assertThat(answer.body()).isEqualTo("""
                { "a" : "x\\n",  "b":1,"itemIndex":0,%1$s
                {"item":null,"itemIndex":1,%1$s
                """.formatted(errors));
        assertThat(answer.header("Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(answer.header("Content-Disposition")).contains(id + "-failed.ndjson");
        assertThat(answer.header("Vary").replace(" ", "")).isEqualToIgnoringCase("Accept,Accept-Encoding");
    }

    @Test
    void givesATableWithOneRowForEachErrorAsCsv() {
        String id = ended("{\"externalOrderId\":\"=1+1\",\"orderNumber\":-5,\"customerId\":\"a\\\"b\"}", "[1]");

        Answer answer = caller.with("Accept", "text/csv, */*;q=0.1")
                .get("/v1/batch-operations/" + id + "/results")
                .expect(200);

        assertThat(answer.body().lines())
                .containsExactly(
                        "\"itemIndex\",\"externalOrderId\",\"orderNumber\",\"customerId\",\"code\",\"pointer\",\"message\",\"value\"",
                        "\"0\",\"'=1+1\",\"-5\",\"a\"\"b\",\"REQUIRED\",\"/x\",\"é is missing.\",",
                        "\"1\",,,,\"REQUIRED\",\"/x\",\"é is missing.\",");
        assertThat(answer.header("Content-Type").replace(" ", "")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        assertThat(answer.header("Content-Disposition")).contains(id + "-failed.csv");
    }

    @Test
    void givesTheSavedOrdersAsATable() {
        loadReferences(company);
        String id = submitted();
        save(id, 1);
        caller.post("/v1/batch-operations/" + id + "/cancel").expect(202);

        List<String> lines = caller.with("Accept", "text/csv")
                .get("/v1/batch-operations/" + id + "/results?type=success")
                .expect(200)
                .body()
                .lines()
                .toList();

        assertThat(lines.get(0)).startsWith("\"itemIndex\",\"orderNumber\"").endsWith("\"totalAmount\",\"link\"");
        assertThat(lines.get(1))
                .contains("\"SO\",\"1000\",\"X-0\",\"2026-04-29\",\"GBP\",\"1\",\"10\"")
                .contains("\"" + caller.baseUrl() + "/v1/sales-orders/");
        assertThat(lines).hasSize(2);
    }

    @Test
    void compressesOnRequestOnly() throws IOException {
        String id =
                ended(IntStream.range(0, 500).mapToObj("{\"n\":%d}"::formatted).toArray(String[]::new));
        String path = "/v1/batch-operations/" + id + "/results";
        String plain = caller.get(path).expect(200).body();

        for (String format : List.of("application/json", "application/x-ndjson", "text/csv")) {
            Http gzip = caller.with("Accept", format).with("Accept-Encoding", "br;q=1.0, gzip;q=0.8, *;q=0.1");
            HttpResponse<byte[]> packed = gzip.bytes(path);
            assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
            assertThat(packed.headers().firstValue("Content-Length")).isEmpty();
            assertThat(packed.headers().firstValue("Vary").orElse("").replace(" ", ""))
                    .isEqualToIgnoringCase("Accept,Accept-Encoding");
            String unpacked =
                    new String(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes(), UTF_8);
            assertThat(unpacked)
                    .isEqualTo(caller.with("Accept", format).get(path).body());
        }
        for (String refused : List.of("identity", "gzip;q=0", "br")) {
            Answer answer = caller.with("Accept-Encoding", refused).get(path).expect(200);
            assertThat(answer.header("Content-Encoding")).isEmpty();
            assertThat(answer.body()).isEqualTo(plain);
        }
    }

    @Test
    void givesWhatIsCommittedSoFarIfAskedTo() {
        String id = started("{\"a\":1}");

        Answer failed = caller.get("/v1/batch-operations/" + id + "/results?partial=true")
                .expect(200);

        assertThat(failed.json()).hasSize(1);
        assertThat(caller.get("/v1/batch-operations/" + id + "/results?partial=true&type=success")
                        .expect(200)
                        .body())
                .isEqualTo("[]");
        assertThat(caller.get("/v1/batch-operations/" + id + "/results/summary?partial=true")
                        .expect(200)
                        .json()
                        .get("groups"))
                .hasSize(1);
        caller.get("/v1/batch-operations/" + id + "/results?partial=true&type=unprocessed")
                .problem(409, "OPERATION_NOT_ENDED");
    }

    @Test
    void summarisesWhatIsWrong() {
        String id = ended("{}", "{}", "null");

        JsonNode summary = caller.get("/v1/batch-operations/" + id + "/results/summary")
                .expect(200)
                .json();

        assertThat(summary.toString())
                .isEqualTo("{\"groups\":[{\"code\":\"REQUIRED\",\"message\":\"é is missing.\",\"count\":3,"
                        + "\"firstItemIndex\":0}],\"hasMore\":false}");
        Answer running = caller.get("/v1/batch-operations/" + submitted() + "/results/summary");
        running.problem(409, "OPERATION_NOT_ENDED");
        assertThat(running.header("Retry-After")).isNotEmpty();
    }

    private String submitted() {
        return caller.post("/v1/batch/sales-orders", "application/json", "[]")
                .expect(201)
                .json()
                .get("batchRequestId")
                .asString();
    }

    /** An operation of which every item has failed. */
    private String ended(String... items) {
        String id = submitted();
        queue.finish(claimed(id, items), OperationStatus.COMPLETED, null);
        return id;
    }

    /** An operation of which every item has failed, but which has not ended. */
    private String started(String... items) {
        String id = submitted();
        claimed(id, items);
        return id;
    }

    private Claim claimed(String id, String... items) {
        OrderError error = OrderError.of(ErrorCode.REQUIRED, "/x", "é is missing.");
        List<RefusedItem> refused = IntStream.range(0, items.length)
                .mapToObj(index -> new JudgedItem(
                        index,
                        ItemBytes.of(items[index].getBytes(UTF_8)),
                        new Judgement.Refused(
                                items[index].startsWith("{") ? new OrderKeys(null, null) : null, List.of(error))))
                .map(item -> new RefusedItem(item, List.of(error)))
                .toList();
        Claim claim = queue.claim(UUID.fromString(id)).orElseThrow();
        queue.recordTotal(claim, items.length);
        transaction.executeWithoutResult(status -> {
            outcomes.record(UUID.fromString(id), refused);
            queue.advance(claim, Progress.NONE.withTotal(items.length).plus(0, items.length, 0));
        });
        return claim;
    }

    private void save(String id, int orders) {
        List<JudgedItem> page = IntStream.range(0, orders)
                .mapToObj(index -> judged(index, ORDER.formatted(index)))
                .toList();
        transaction.executeWithoutResult(status ->
                pages.write(new PageContext(company, UUID.fromString(id), true, 1_000, 0), pages.prepare(page)));
    }

    private JudgedItem judged(int index, String json) {
        DraftOrder draft = draft(json);
        Judgement judgement = validator.judge(draft, references.resolve(company, validator.references(draft)), true);
        return new JudgedItem(index, ItemBytes.of(json.getBytes(UTF_8)), judgement);
    }

    private static DraftOrder draft(String json) {
        try (var parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            return Objects.requireNonNull(new OrderReader(true, 10).read(parser));
        }
    }
}
