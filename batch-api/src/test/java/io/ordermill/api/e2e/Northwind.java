package io.ordermill.api.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * 830 real-looking orders with their company's own reference data; the expected figures were computed independently of this
 * project. Skipped where the data set is not at hand.
 */
abstract class Northwind {

    private static final Path DATA = Path.of("../../shared/data/northwind");

    abstract RunningOrdermill ordermill();

    @BeforeEach
    void dataSetIsAtHand() {
        assumeTrue(Files.isDirectory(DATA), "no data set at " + DATA);
    }

    @Test
    void savesAllButTheOrderOfTwentyFiveLinesWithWorkflow() throws IOException {
        Caller caller = northwindCompany().caller();

        JsonNode status = caller.imported(Files.readAllBytes(DATA.resolve("orders.json")), "?skipWorkflow=false");

        assertThat(status.get("succeededItems").asInt()).isEqualTo(829);
        assertThat(status.get("validationErrorCount").asInt()).isEqualTo(1);
        assertThat(status.get("databaseItems").asInt()).isEqualTo(7219);
        JsonNode failed = caller.failed(status).get(0);
        assertThat(failed.get("externalReference").asString()).isEqualTo("11077");
        assertThat(failed.get("orderLines")).hasSize(25);
        assertThat(failed.get("errors")).hasSize(1);
        assertThat(failed.get("errors").get(0).get("code").asString()).isEqualTo("LINE_LIMIT_EXCEEDED");
    }

    @Test
    void savesAllWithoutWorkflow() throws IOException {
        Caller caller = northwindCompany().caller();

        JsonNode status = caller.imported(Files.readAllBytes(DATA.resolve("orders.json")), "?skipWorkflow=true");

        assertThat(status.get("processorResult").asString()).isEqualTo("Success");
        assertThat(status.get("succeededItems").asInt()).isEqualTo(830);
        assertThat(status.get("databaseItems").asInt()).isEqualTo(7295);
        assertThat(caller.succeeded(status)
                        .valueStream()
                        .map(order -> order.get("totalAmount").decimalValue())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("1265793.29");
    }

    @Test
    void savesEachManualNumberOnceWhenTheFileIsSubmittedTwiceAtTheSameTime() throws IOException {
        Caller caller = northwindCompany().caller();
        byte[] file = Files.readAllBytes(DATA.resolve("orders_manual_numbers.json"));

        List<String> operations = Stream.of(file, file)
                .parallel()
                .map(bytes -> caller.accepted(bytes, "?skipWorkflow=true"))
                .toList();
        List<JsonNode> ends = operations.stream().map(caller::awaitEnd).toList();

        assertThat(ends)
                .allSatisfy(end -> assertThat(end.get("status").asString()).isEqualTo("Completed"));
        assertThat(ends.stream()
                        .mapToInt(end -> end.get("succeededItems").asInt())
                        .sum())
                .isEqualTo(830);
        List<JsonNode> errors = ends.stream()
                .flatMap(end -> caller.failed(end).valueStream())
                .flatMap(order -> order.get("errors").valueStream())
                .toList();
        assertThat(errors)
                .hasSize(830)
                .allSatisfy(error -> assertThat(error.get("message").asString()).isEqualTo("Order number in use !"));
    }

    private Tenant northwindCompany() throws IOException {
        Tenant tenant = ordermill().newEmptyTenant();
        load(tenant, "customers", "customers.csv", Map.of("currency", "currencyCode", "address", ""));
        load(tenant, "products", "products.csv", Map.of("status", ""));
        load(tenant, "sales-persons", "users.csv", Map.of());
        load(tenant, "accounts", "accounts.csv", Map.of("account", "code"));
        load(tenant, "currencies", "currencies.csv", Map.of());
        load(tenant, "delivery-methods", "deliveryMethods.csv", Map.of("deliveryMethod", "code"));
        load(tenant, "tax-codes", "taxcodes.csv", Map.of());
        tenant.load(ordermill().admin(), "units", "code\nUN\n");
        tenant.load(ordermill().admin(), "periods", appended("periods.csv", "open", "true"));
        tenant.load(ordermill().admin(), "dimension-values", appended("dim1.csv", "dimension", "1"));
        tenant.load(ordermill().admin(), "dimension-values", appended("dim2.csv", "dimension", "2"));
        tenant.load(ordermill().admin(), "number-series", """
                numberSeries,assignment,firstNumber,lastNumber
                S1,either,1,999999
                S2,manual,1,999999
                """);
        tenant.load(ordermill().admin(), "transaction-types", """
                transactionType,numberSeries
                SO,S1
                SM,S2
                """);
        return tenant;
    }

    /** Loads a list with some columns renamed; those renamed to nothing are left out. */
    private void load(Tenant tenant, String kind, String file, Map<String, String> renamed) throws IOException {
        StringBuilder csv = new StringBuilder();
        try (CSVParser rows = parsed(file);
                CSVPrinter printer = new CSVPrinter(csv, CSVFormat.DEFAULT)) {
            List<String> columns = rows.getHeaderNames().stream()
                    .filter(column -> !renamed.getOrDefault(column, column).isEmpty())
                    .toList();
            printer.printRecord(columns.stream().map(column -> renamed.getOrDefault(column, column)));
            for (CSVRecord row : rows) {
                printer.printRecord(columns.stream().map(row::get));
            }
        }
        tenant.load(ordermill().admin(), kind, csv.toString());
    }

    private static String appended(String file, String column, String value) throws IOException {
        try (CSVParser rows = parsed(file)) {
            String only = rows.getHeaderNames().get(0);
            return column + "," + only + "\n"
                    + rows.stream()
                            .map(row -> value + "," + row.get(only) + "\n")
                            .collect(joining());
        }
    }

    private static CSVParser parsed(String file) throws IOException {
        return CSVParser.parse(
                DATA.resolve("reference").resolve(file),
                UTF_8,
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get());
    }
}
