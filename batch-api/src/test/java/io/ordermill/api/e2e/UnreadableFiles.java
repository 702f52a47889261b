package io.ordermill.api.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.testing.GeneratedOrders;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files that cannot be imported at all: nothing of them is saved, and the operation says where they broke. */
abstract class UnreadableFiles {

    private static final byte[] ORDERS = GeneratedOrders.simple(250, 2);

    abstract RunningOrdermill ordermill();

    @Test
    void namesThePlaceWhereTheTextBreaks() {
        Tenant tenant = ordermill().newTenant();
        String broken = new String(ORDERS, UTF_8).replace("\"G-201\",", "\"G-201\"");

        JsonNode failure = failureOf(tenant, broken.getBytes(UTF_8), "MALFORMED_FILE");

        assertThat(failure.get("itemIndex").asInt()).isEqualTo(201);
        assertThat(failure.get("line").asInt()).isEqualTo(203);
        assertThat(failure.get("column").asInt()).isPositive();
        assertThat(failure.get("byteOffset").asLong())
                .isBetween((long) broken.indexOf("\"G-201\""), (long) broken.indexOf("\"G-201\"") + 40);
    }

    @Test
    void savesNothingOfATruncatedFile() {
        failureOf(ordermill().newTenant(), Arrays.copyOf(ORDERS, ORDERS.length - 30), "MALFORMED_FILE");
    }

    @Test
    void savesNothingOfATruncatedOrDamagedGzip() {
        byte[] gzip = Gzip.of(ORDERS);
        byte[] damaged = gzip.clone();
        damaged[gzip.length - 6] ^= 1;

        failureOf(ordermill().newTenant(), Arrays.copyOf(gzip, gzip.length - 5), "CORRUPT_COMPRESSION");
        failureOf(ordermill().newTenant(), damaged, "CORRUPT_COMPRESSION");
    }

    @Test
    void stopsAtABombOfItems() {
        byte[] bomb = Gzip.of(("[" + "0,".repeat(400_000) + "0]").getBytes(UTF_8));

        failureOf(ordermill().newTenant(), bomb, "FILE_TOO_LARGE");
    }

    private static JsonNode failureOf(Tenant tenant, byte[] file, String code) {
        JsonNode status = tenant.caller().imported(file, "");

        assertThat(status.get("status").asString()).isEqualTo("Failed");
        assertThat(status.get("statusCode").asString()).isEqualTo("E");
        assertThat(status.get("processorResult").asString()).isEqualTo("Failed");
        assertThat(status.get("succeededItems").asInt()).isZero();
        assertThat(status.get("databaseItems").asInt()).isZero();
        assertThat(tenant.caller().succeeded(status)).isEmpty();
        assertThat(status.get("failure").get("code").asString()).isEqualTo(code);
        return status.get("failure");
    }
}
