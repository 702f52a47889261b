package io.ordermill.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationFailure;
import io.ordermill.core.operation.OperationFailure.Code;
import io.ordermill.core.operation.OperationStatus;
import io.ordermill.core.operation.Progress;
import io.ordermill.core.order.ErrorCode;
import io.ordermill.core.outcome.FailedItem;
import io.ordermill.core.testing.GeneratedOrders;
import io.ordermill.core.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of a file when nothing goes wrong around it. */
abstract class ImportContract extends WorkerContract {

    @Override
    TestWorker start(TestDatabase on) {
        return TestWorker.on(on);
    }

    @Test
    void savesEveryOrderOfSeveralPagesOnce() {
        Operation ended = company.imported(GeneratedOrders.simple(250, 3));

        assertThat(ended.status()).isEqualTo(OperationStatus.COMPLETED);
        assertThat(ended.progress()).isEqualTo(new Progress(250, 250, 0, 250 * 10));
        assertThat(ended.attempt()).isEqualTo(1);
        assertThat(company.savedOrders()).isEqualTo(externalIds(250));
    }

    @Test
    void endsAPageWhereTheFileEnds() {
        Operation ended = company.imported(GeneratedOrders.simple(200, 1));

        assertThat(ended.progress()).isEqualTo(new Progress(200, 200, 0, 200 * 4));
    }

    @Test
    void readsACompressedFile() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(GeneratedOrders.simple(120, 1));
        }

        Operation ended = company.imported(compressed.toByteArray());

        assertThat(ended.status()).isEqualTo(OperationStatus.COMPLETED);
        assertThat(company.savedOrders()).isEqualTo(externalIds(120));
    }

    @Test
    void savesTheValidOrdersAndReportsTheOthers() {
        String file = new String(GeneratedOrders.simple(230, 1), UTF_8)
                .replaceAll("\"customerId\":\"1000\"(?=[^}]*\"G-\\d*0\")", "\"customerId\":\"nobody\"");
        UUID operation = company.submit(file);

        Operation ended = company.awaitEnd(operation);

        assertThat(ended.status()).isEqualTo(OperationStatus.COMPLETED);
        assertThat(ended.progress()).isEqualTo(new Progress(230, 207, 23, 207 * 4));
        assertThat(company.savedOrders()).hasSize(207).doesNotHaveDuplicates();
        assertThat(company.failures(operation))
                .extracting(FailedItem::itemIndex)
                .containsExactlyElementsOf(
                        IntStream.range(0, 23).map(tens -> tens * 10).boxed().toList());
        assertThat(company.failures(operation))
                .allSatisfy(item -> assertThat(item.errors().get(0).code()).isEqualTo(ErrorCode.UNKNOWN_CUSTOMER));
    }

    @Test
    void reportsElementsThatAreNoObjects() {
        UUID operation = company.submit("[1, null, \"order\", []]");

        assertThat(company.awaitEnd(operation).progress()).isEqualTo(new Progress(4, 0, 4, 0));
        assertThat(company.failures(operation)).noneMatch(FailedItem::isObject);
    }

    @Test
    void completesAnEmptyFile() {
        Operation ended = company.imported("[]".getBytes(UTF_8));

        assertThat(ended.status()).isEqualTo(OperationStatus.COMPLETED);
        assertThat(ended.progress()).isEqualTo(new Progress(0, 0, 0, 0));
    }

    @Test
    void savesNothingOfAFileThatBreaksOffAndSaysWhere() {
        String whole = new String(GeneratedOrders.simple(250, 1), UTF_8);
        Operation ended = company.imported(
                whole.substring(0, whole.lastIndexOf("\"price\"")).getBytes(UTF_8));

        assertThat(ended.status()).isEqualTo(OperationStatus.FAILED);
        OperationFailure failure = ended.failure();
        assertThat(failure.code()).isEqualTo(Code.MALFORMED_FILE);
        assertThat(failure.itemIndex()).isEqualTo(249);
        assertThat(failure.line()).isEqualTo(251);
        assertThat(failure.byteOffset()).isPositive();
        assertThat(ended.progress()).isEqualTo(Progress.NONE);
        assertThat(company.savedOrders()).isEmpty();
    }

    @Test
    void failsWhereTheStoredFileIsNotTheOneThatWasReceived() {
        UUID operation = application.bean(TransactionTemplate.class).execute(status -> {
            UUID submitted = company.submit(GeneratedOrders.simple(5, 1));
            company.jdbc()
                    .sql("update upload_chunk set content = ? where upload_id = ?")
                    .params(
                            GeneratedOrders.simple(4, 1),
                            company.operation(submitted).uploadId())
                    .update();
            return submitted;
        });

        Operation ended = company.awaitEnd(operation);

        assertThat(ended.status()).isEqualTo(OperationStatus.FAILED);
        assertThat(ended.failure().code()).isEqualTo(Code.INPUT_CHANGED);
        assertThat(company.savedOrders()).isEmpty();
    }

    @Test
    void countsWhatItDid() {
        double before = saved();

        company.imported(GeneratedOrders.simple(150, 1));

        assertThat(saved() - before).isEqualTo(150);
    }

    private double saved() {
        return application
                .bean(MeterRegistry.class)
                .get("ordermill.orders")
                .tag("outcome", "saved")
                .counter()
                .count();
    }

    private static List<String> externalIds(int orders) {
        return IntStream.range(0, orders).mapToObj(index -> "G-" + index).toList();
    }
}
