package io.ordermill.api.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.ordermill.api.e2e.Caller;
import io.ordermill.api.e2e.Tenant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of orders of all kinds, the same for the same seed, and what becomes of each without faults: valid ones with a
 * number from either of two series or a number given, and refused ones with one error or several.
 */
record MixedFile(String json, List<ExpectedItem> items) {

    /** Given numbers begin here, far from those that are drawn. */
    private static final long GIVEN_NUMBERS = 700_000_000;

    private static final BigDecimal PRICE = new BigDecimal("0.90");

    /** Series whose numbers never meet, so that every number drawn and not saved is a gap. */
    static void loadSeries(Tenant tenant, Caller admin) {
        tenant.load(admin, "number-series", """
                numberSeries,assignment,firstNumber,lastNumber
                S1,either,1,999999999
                S2,manual,1,999999999
                S3,automatic,500000001,599999999
                """);
    }

    byte[] bytes() {
        return json.getBytes(UTF_8);
    }

    int size() {
        return items.size();
    }

    /** So many orders of one to four lines. Files of the same company need different parts of the given numbers. */
    static MixedFile of(long seed, int orders, int part) {
        Random random = new Random(seed);
        long firstGiven = GIVEN_NUMBERS + part * 1_000_000L;
        return written(IntStream.range(0, orders)
                .mapToObj(index -> Element.of(random, index, firstGiven + index))
                .toList());
    }

    static MixedFile of(long seed, int orders) {
        return of(seed, orders, 0);
    }

    /** Valid orders, each with the same given number as that of any other such file. */
    static MixedFile contested(int orders) {
        return written(IntStream.range(0, orders)
                .mapToObj(index -> Element.withNumber(index, GIVEN_NUMBERS + index, true))
                .toList());
    }

    private static MixedFile written(List<Element> elements) {
        String json = elements.stream().map(Element::json).collect(joining(",\n", "[\n", "\n]\n"));
        return new MixedFile(json, elements.stream().map(Element::expected).toList());
    }

    /** An order as it is written, with what is wrong with it. */
    private record Element(
            int index,
            String transactionType,
            @Nullable Long number,
            String customer,
            String product,
            List<Integer> quantities,
            List<String> errors,
            boolean contested) {

        static Element of(Random random, int index, long number) {
            int kind = random.nextInt(100);
            List<Integer> quantities = IntStream.rangeClosed(0, random.nextInt(4))
                    .mapToObj(line -> 1 + random.nextInt(50))
                    .toList();
            if (kind < 65) {
                return valid(index, "SO", null, quantities);
            } else if (kind < 78) {
                return valid(index, "SA", null, quantities);
            } else if (kind < 88) {
                return valid(index, "SM", number, quantities);
            } else if (kind < 93) {
                return new Element(
                        index,
                        "SO",
                        null,
                        "NOBODY",
                        "NESP02",
                        quantities,
                        List.of("UNKNOWN_CUSTOMER /customerId"),
                        false);
            } else if (kind < 97) {
                return new Element(
                        index,
                        "SM",
                        null,
                        "1000",
                        "NESP02",
                        quantities,
                        List.of("ORDER_NUMBER_REQUIRED /orderNumber"),
                        false);
            }
            return wrongInSeveralPlaces(index, quantities);
        }

        static Element withNumber(int index, long number, boolean contested) {
            return new Element(index, "SM", number, "1000", "NESP02", List.of(1, 2), List.of(), contested);
        }

        private static Element valid(int index, String type, @Nullable Long number, List<Integer> quantities) {
            return new Element(index, type, number, "1000", "NESP02", quantities, List.of(), false);
        }

        private static Element wrongInSeveralPlaces(int index, List<Integer> quantities) {
            List<String> errors = new ArrayList<>(List.of("UNKNOWN_CUSTOMER /customerId"));
            for (int line = 0; line < quantities.size(); line++) {
                errors.add("UNKNOWN_PRODUCT /orderLines/" + line + "/productCode");
            }
            return new Element(index, "SO", null, "NOBODY", "NOTHING", quantities, errors, false);
        }

        String json() {
            return """
                    {"customerId":"%s","transactionType":"%s",%s"responsible":"FRED","salesPerson":"SYSEN","externalOrderId":"%s","orderLines":[%s]}""".formatted(
                            customer,
                            transactionType,
                            number == null ? "" : "\"orderNumber\":" + number + ",",
                            externalId(),
                            quantities.stream().map(this::lineJson).collect(joining(",")));
        }

        private String lineJson(int quantity) {
            return "{\"productCode\":\"%s\",\"price\":%s,\"quantity\":%d}".formatted(product, PRICE, quantity);
        }

        private String externalId() {
            return "M-" + index;
        }

        ExpectedItem expected() {
            int quantity = quantities.stream().mapToInt(Integer::intValue).sum();
            return new ExpectedItem(
                    index,
                    externalId(),
                    transactionType,
                    number,
                    quantities.size(),
                    PRICE.multiply(BigDecimal.valueOf(quantity)),
                    errors,
                    contested);
        }
    }
}
