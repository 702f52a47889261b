package io.ordermill.api.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.testing.Answer;
import io.ordermill.api.testing.ApiTest;
import io.ordermill.api.testing.Http;
import io.ordermill.core.reference.ReferenceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ReferenceDataTest extends ApiTest {

    private String company;

    @BeforeEach
    void company() {
        company = newCompany();
    }

    @Test
    void takesJsonAndGivesItBack() {
        JsonNode receipt = putJson("products", """
                [{"productCode":"A","description":"Ä","price":1.50,"unit":"","account":null,"active":false},
                 {"productCode":"B"},
                 {"productCode":"A","price":2}]""").expect(200).json();

        assertThat(receipt.toString()).isEqualTo("{\"received\":3,\"stored\":2}");
        JsonNode items = list("products", "").get("items");
        assertThat(items).hasSize(2);
        assertThat(items.get(0).get("price").decimalValue()).isEqualByComparingTo("2");
        assertThat(items.get(1).get("active").asBoolean()).isTrue();
        assertThat(items.get(1).get("price").isNull()).isTrue();
    }

    @Test
    void takesCsvWithEmptyCellsQuotesAndAByteOrderMark() {
        putCsv("customers", "\uFEFFactive,customerId,name\r\n,1,\"a \"\"b\"\", c\"\r\nfalse,2,\r\n")
                .expect(200);

        JsonNode items = list("customers", "").get("items");
        assertThat(items.get(0).get("name").asString()).isEqualTo("a \"b\", c");
        assertThat(items.get(0).get("active").asBoolean()).isTrue();
        assertThat(items.get(1).get("name").isNull()).isTrue();
        assertThat(items.get(1).get("active").asBoolean()).isFalse();
    }

    @Test
    void listsPageByPageInKeyOrder() {
        List<String> codes = IntStream.range(0, 5).mapToObj("C%d"::formatted).toList();
        putCsv("units", "code\n" + String.join("\n", codes) + "\n").expect(200);
        putCsv("dimension-values", "dimension,dimValue\n2,a\n1,b\n1,a\n").expect(200);

        assertThat(pages("units", "code")).isEqualTo(codes);
        assertThat(pages("dimension-values", "dimValue")).containsExactly("a", "b", "a");
    }

    @ParameterizedTest
    @EnumSource(ReferenceKind.class)
    void takesAndGivesEveryKind(ReferenceKind kind) {
        String row =
                switch (kind) {
                    case TRANSACTION_TYPES -> "{\"transactionType\":\"SO\",\"numberSeries\":\"S\"}";
                    case NUMBER_SERIES ->
                        "{\"numberSeries\":\"S\",\"assignment\":\"either\",\"firstNumber\":1,\"lastNumber\":999999999999999}";
                    case DIMENSION_VALUES -> "{\"dimension\":7,\"dimValue\":\"x\"}";
                    case PERIODS -> "{\"period\":202612,\"open\":false}";
                    case POSTING_CYCLES -> "{\"firstCycle\":1,\"lastCycle\":1}";
                    default -> "{\"" + kind.keys().get(0).name() + "\":\"x\"}";
                };

        putJson(kind.path(), "[" + row + "]").expect(200);

        JsonNode items = list(kind.path(), "").get("items");
        assertThat(items).hasSize(1);
        assertThat(items.get(0).propertyNames())
                .containsExactlyElementsOf(
                        kind.members().stream().map(member -> member.name()).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "customers|{}|customerId|REQUIRED",
                "customers|{\"customerId\":\"\"}|customerId|REQUIRED",
                "customers|{\"customerId\":1}|customerId|WRONG_TYPE",
                "customers|{\"customerId\":\"1\",\"nme\":\"x\"}|nme|UNKNOWN_FIELD",
                "customers|{\"customerId\":\"\\u0000\"}|customerId|INVALID_TEXT",
                "customers|{\"customerId\":\"\\ud800\"}|customerId|INVALID_TEXT",
                "customers|{\"customerId\":\"1\",\"active\":\"true\"}|active|WRONG_TYPE",
                "customers|{\"customerId\":\"1\",\"name\":{}}|name|WRONG_TYPE",
                "customers|7||NOT_AN_OBJECT",
                "products|{\"productCode\":\"1\",\"price\":-1}|price|OUT_OF_RANGE",
                "products|{\"productCode\":\"1\",\"price\":1.1234567}|price|TOO_PRECISE",
                "products|{\"productCode\":\"1\",\"price\":1234567890123}|price|OUT_OF_RANGE",
                "products|{\"productCode\":\"1\",\"price\":1e999999999}|price|OUT_OF_RANGE",
                "products|{\"productCode\":\"1\",\"price\":1e-999999999}|price|TOO_PRECISE",
                "number-series|{\"numberSeries\":\"S\",\"assignment\":\"x\",\"firstNumber\":1,\"lastNumber\":2}|assignment|OUT_OF_RANGE",
                "number-series|{\"numberSeries\":\"S\",\"assignment\":\"manual\",\"firstNumber\":2,\"lastNumber\":1}|lastNumber|OUT_OF_RANGE",
                "number-series|{\"numberSeries\":\"S\",\"assignment\":\"manual\",\"firstNumber\":0,\"lastNumber\":1}|firstNumber|OUT_OF_RANGE",
                "number-series|{\"numberSeries\":\"S\",\"assignment\":\"manual\",\"firstNumber\":1,\"lastNumber\":1000000000000000}|lastNumber|OUT_OF_RANGE",
                "number-series|{\"numberSeries\":\"S\",\"assignment\":\"manual\",\"firstNumber\":1.5,\"lastNumber\":2}|firstNumber|WRONG_TYPE",
                "number-series|{\"numberSeries\":\"S\",\"assignment\":\"manual\",\"lastNumber\":2}|firstNumber|REQUIRED",
                "dimension-values|{\"dimension\":8,\"dimValue\":\"x\"}|dimension|OUT_OF_RANGE",
                "periods|{\"period\":202613}|period|OUT_OF_RANGE",
                "currencies|{\"currencyCode\":\"X\",\"decimals\":5}|decimals|OUT_OF_RANGE",
                "tax-codes|{\"taxCode\":\"X\",\"percent\":-0.1}|percent|OUT_OF_RANGE",
                "posting-cycles|{\"firstCycle\":5,\"lastCycle\":4}|lastCycle|OUT_OF_RANGE"
            })
    void refusesRowsThatAreNotValid(String kind, String row, String member, String code) {
        JsonNode problem = putJson(kind, "[" + row + "]").problem(422, "INVALID_REFERENCE_DATA");

        assertThat(problem.get("errors")).hasSize(1);
        JsonNode error = problem.get("errors").get(0);
        assertThat(error.get("row").asInt()).isEqualTo(1);
        assertThat(error.get("member").asString()).isEqualTo(member == null ? "" : member);
        assertThat(error.get("code").asString()).isEqualTo(code);
        assertThat(error.get("message").asString()).isNotEmpty();
    }

    @Test
    void storesNothingWhereOneRowIsWrong() {
        JsonNode problem =
                putCsv("products", "productCode,price\nA,1\nB,x\nC,-1\n").problem(422, "INVALID_REFERENCE_DATA");

        assertThat(problem.get("errors").valueStream().map(error -> error.get("row")
                        .asInt()))
                .containsExactly(2, 3);
        assertThat(list("products", "").get("items")).isEmpty();
    }

    @Test
    void refusesUnknownColumnsOnceInsteadOfInEveryRow() {
        JsonNode problem = putCsv("units", "code,colour\nA,red\nB,\n").problem(422, "INVALID_REFERENCE_DATA");

        assertThat(problem.get("errors").toString())
                .isEqualTo("[{\"row\":0,\"member\":\"colour\",\"code\":\"UNKNOWN_FIELD\","
                        + "\"message\":\"The members of units are code, description.\"}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "code,code\nA,B\n", "code,\nA,B\n", "code,description\nA\n", "code\n\"A\n", "code\nA,B\n"})
    void refusesMalformedCsv(String csv) {
        putCsv("units", csv).problem(400, "MALFORMED_BODY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[{]", "[] x", "[{\"code\":\"A\",\"code\":\"B\"}]"})
    void refusesMalformedJson(String json) {
        putJson("units", json).problem(400, "MALFORMED_BODY");
    }

    @Test
    void refusesABodyOverTheLimitAndOtherTypes() {
        putCsv("units", "code\n" + "x\n".repeat(60_000)).problem(413, "BODY_TOO_LARGE");
        operator.put("/v1/reference-data/units", "application/xml", "<x/>").problem(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void listsTheKindsWhereOneIsUnknown() {
        JsonNode problem = operator.get("/v1/reference-data/colours").problem(404, "NOT_FOUND");

        assertThat(problem.get("detail").asString()).contains("customers", "posting-cycles");
    }

    @Test
    void isForAdministratorsToChangeAndForReadersOfTheCompanyToRead() {
        putCsv("units", "code\nUN\n").expect(200);
        Http reader = newCaller(company, "orders:read");
        Http importer = newCaller(company, "orders:import");

        assertThat(reader.get("/v1/reference-data/units").expect(200).json().get("items"))
                .hasSize(1);
        reader.put("/v1/reference-data/units", "text/csv", "code\nX\n").problem(403, "FORBIDDEN");
        reader.get("/v1/reference-data/units?companyId=1").problem(403, "FORBIDDEN");
        importer.get("/v1/reference-data/units").problem(403, "FORBIDDEN");
        operator.get("/v1/reference-data/units?companyId=nowhere").problem(403, "FORBIDDEN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cursor=x", "cursor=e30", "cursor=IiI", "cursor=eyJjb2RlIjoxfQ", "cursor=XQ", "pageSize=201"})
    void refusesCursorsItDidNotGive(String query) {
        operator.get("/v1/reference-data/units?" + query).problem(400, "INVALID_PARAMETER");
    }

    private Answer putJson(String kind, String json) {
        return operator.put("/v1/reference-data/" + kind + "?companyId=" + company, "application/json", json);
    }

    private Answer putCsv(String kind, String csv) {
        return operator.put("/v1/reference-data/" + kind + "?companyId=" + company, "text/csv; charset=utf-8", csv);
    }

    private JsonNode list(String kind, String query) {
        return operator.get("/v1/reference-data/" + kind + "?companyId=" + company + query)
                .expect(200)
                .json();
    }

    private List<String> pages(String kind, String member) {
        List<String> values = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = list(kind, "&pageSize=2" + cursor);
            page.get("items").forEach(item -> values.add(item.get(member).asString()));
            cursor = page.get("hasMore").asBoolean()
                    ? "&cursor=" + page.get("cursor").asString()
                    : "";
        } while (!cursor.isEmpty());
        return values;
    }
}
