package io.ordermill.api.submit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.testing.Answer;
import io.ordermill.api.testing.ApiTest;
import io.ordermill.api.testing.Http;
import io.ordermill.core.upload.UploadStore;
import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class MultipartSubmitTest extends ApiTest {

    private static final String PATH = "/v1/batch/sales-orders";
    private static final String ORDERS = "[{\"customerId\":\"1000\"}]";

    @Autowired
    private UploadStore uploads;

    @Autowired
    private JdbcClient jdbc;

    private Http caller;

    @BeforeEach
    void caller() {
        caller = newCaller();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Disposition: form-data; name=\"\"; filename=\"orders.json\"",
                "Content-Disposition: form-data; filename=\"orders.json\"",
                "Content-Disposition: form-data; name=\"file\"; filename=\"orders.json\"",
                "content-disposition: FORM-DATA; NAME=x; FILENAME=orders.json\r\ncontent-type: text/plain",
                "Content-Disposition: form-data; name=\"\"; filename=\"\"",
                "Content-Disposition: form-data; name=\"\"\r\nContent-Type: application/json",
                "Content-Type: application/octet-stream",
                "Content-Type: application/json\r\nContent-Disposition: attachment; filename*=UTF-8''orders.json",
                "X-Long: folded\r\n header\r\nContent-Disposition: form-data;\r\n filename=orders.json"
            })
    void takesAFileUnderAnyNameOrNone(String headers) throws IOException {
        Answer answer = caller.post(
                PATH,
                Multipart.CONTENT_TYPE,
                new Multipart().part(headers, ORDERS).end());

        answer.expect(201);
        assertThat(stored(answer)).isEqualTo(ORDERS);
    }

    @Test
    void takesAFileUnderBothPaths() {
        caller.post("/v1/sales-orders/batch", Multipart.CONTENT_TYPE, Multipart.file(ORDERS))
                .expect(201);
    }

    @Test
    void storesTheFileByteForByteWhateverItLooksLike() throws IOException {
        String content = "\r\n--" + Multipart.BOUNDARY.substring(0, 6) + "\r\n\r\n--\n" + "x".repeat(70_000) + "\r\n";

        Answer answer = caller.post(PATH, Multipart.CONTENT_TYPE, Multipart.file(content));

        assertThat(stored(answer.expect(201))).isEqualTo(content);
    }

    @Test
    void takesAFormWithPreambleEpilogueAndAnEmptyFileFieldOfABrowser() throws IOException {
        byte[] form = new Multipart()
                .text("This is a preamble.\r\n")
                .part("Content-Disposition: form-data; name=\"a\"; filename=\"\"", "")
                .part("Content-Disposition: form-data; name=\"b\"; filename=\"orders.json\"", ORDERS)
                .text("--" + Multipart.BOUNDARY + "--\r\nThis is an epilogue.")
                .unfinished();

        assertThat(stored(caller.post(PATH, Multipart.CONTENT_TYPE, form).expect(201)))
                .isEqualTo(ORDERS);
    }

    @Test
    void takesAQuotedBoundary() {
        caller.post(
                        PATH,
                        "Multipart/Form-Data; charset=utf-8; boundary=\"" + Multipart.BOUNDARY + "\"",
                        Multipart.file(ORDERS))
                .expect(201);
    }

    @Test
    void showsTheFileNameWithoutItsPathAndControlCharacters() {
        byte[] form = new Multipart()
                .part("Content-Disposition: form-data; filename=\"C:\\\\data\\\\Bestellungen \u00fc\t.json\"", ORDERS)
                .end();

        assertThat(caller.post(PATH, Multipart.CONTENT_TYPE, form)
                        .expect(201)
                        .json()
                        .get("fileName")
                        .asString())
                .isEqualTo("Bestellungen \u00fc.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=" + Multipart.BOUNDARY,
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=other"
            })
    void saysThatNoFileIsThere(String contentType) {
        assertNoFile(caller.post(PATH, contentType, new Multipart().end()));
        assertNoFile(caller.post(PATH, contentType, ""));
    }

    @Test
    void saysThatNoFileIsThereWhereNothingWasSentAtAll() {
        assertNoFile(caller.post(PATH));
    }

    @Test
    void saysThatNoFileIsThereWhereABrowsersFileFieldWasLeftEmpty() {
        byte[] form = new Multipart()
                .part(
                        "Content-Disposition: form-data; name=\"f\"; filename=\"\"\r\n"
                                + "Content-Type: application/octet-stream",
                        "")
                .end();

        assertNoFile(caller.post(PATH, Multipart.CONTENT_TYPE, form));
    }

    @Test
    void saysThatNoFileIsThereWhereTheFormHasOtherFieldsOnly() {
        byte[] form = new Multipart()
                .part("Content-Disposition: form-data; name=\"file\"", ORDERS)
                .part("X: y", ORDERS)
                .end();

        assertNoFile(caller.post(PATH, Multipart.CONTENT_TYPE, form));
    }

    @Test
    void refusesMoreThanOneFile() {
        byte[] form = new Multipart()
                .part("Content-Disposition: form-data; filename=\"a.json\"", ORDERS)
                .part("Content-Disposition: form-data; filename=\"b.json\"", ORDERS)
                .end();

        assertInvalid(form, "more than one file");
    }

    @Test
    void refusesFormFieldsAndSaysWhereParametersBelong() {
        byte[] form = new Multipart()
                .part("Content-Disposition: form-data; filename=\"b.json\"", ORDERS)
                .part("Content-Disposition: form-data; name=\"companyId\"", "1")
                .end();

        assertInvalid(form, "query string");
    }

    @Test
    void refusesAnEmptyFile() {
        assertInvalid(
                new Multipart()
                        .part("Content-Disposition: form-data; filename=\"a.json\"", "")
                        .end(),
                "empty");
    }

    @Test
    void refusesAFormThatBreaksOff() {
        byte[] whole = Multipart.file(ORDERS);

        assertInvalid(Arrays.copyOf(whole, whole.length - 4), "cannot be read to its end");
        assertInvalid(Arrays.copyOf(whole, whole.length - 30), "cannot be read to its end");
        assertInvalid(Arrays.copyOf(whole, 50), "cannot be read to its end");
    }

    @Test
    void refusesLineEndsThatAreNone() {
        String unix = new String(Multipart.file(ORDERS), UTF_8).replace("\r\n", "\n");

        caller.post(PATH, Multipart.CONTENT_TYPE, unix).problem(400, "INVALID_UPLOAD");
    }

    @Test
    void refusesPartHeadersWithoutEnd() {
        assertInvalid(new Multipart().part("X: " + "x".repeat(100_000), ORDERS).end(), "cannot be read to its end");
    }

    @Test
    void storesNothingOfARefusedUpload() {
        int before = uploadCount();

        caller.post(
                        PATH,
                        Multipart.CONTENT_TYPE,
                        new Multipart().part("X: y", ORDERS).end())
                .problem(400, "FILE_NOT_PRESENT");

        assertThat(uploadCount()).isEqualTo(before);
    }

    private void assertInvalid(byte[] form, String detail) {
        assertThat(caller.post(PATH, Multipart.CONTENT_TYPE, form)
                        .problem(400, "INVALID_UPLOAD")
                        .get("detail")
                        .asString())
                .contains(detail);
    }

    private static void assertNoFile(Answer answer) {
        assertThat(answer.problem(400, "FILE_NOT_PRESENT").get("detail").asString())
                .isEqualTo("File not present in MIME multipart content.");
    }

    private String stored(Answer answer) throws IOException {
        UUID operationId = UUID.fromString(answer.json().get("batchRequestId").asString());
        UUID uploadId = jdbc.sql("select upload_id from batch_operation where operation_id = ?")
                .param(operationId)
                .query(UUID.class)
                .single();
        try (var bytes = uploads.open(uploadId)) {
            return new String(bytes.readAllBytes(), UTF_8);
        }
    }

    private int uploadCount() {
        return jdbc.sql("select count(*) from upload").query(Integer.class).single();
    }
}
