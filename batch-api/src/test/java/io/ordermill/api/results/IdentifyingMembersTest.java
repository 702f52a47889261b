package io.ordermill.api.results;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdentifyingMembersTest {

    @Test
    void findsThemAmongTheOthers() {
        assertThat(of("{\"a\":{\"customerId\":\"no\"},\"customerId\":\"K1\",\"b\":[1,{}],\"orderNumber\":1e3,"
                        + "\"externalOrderId\":\"X\",\"customerId\":\"K2\"}"))
                .isEqualTo(new IdentifyingMembers("X", "1e3", "K1"));
    }

    @Test
    void leavesOutWhatIsNoTextOrNumber() {
        assertThat(of("{\"customerId\":null,\"orderNumber\":{\"customerId\":1},\"externalOrderId\":true}"))
                .isEqualTo(IdentifyingMembers.NONE);
        assertThat(of("{}")).isEqualTo(IdentifyingMembers.NONE);
    }

    @Test
    void shortensWhatIsTooLong() {
        assertThat(of("{\"customerId\":\"" + "x".repeat(1 << 20) + "\"}").customerId())
                .hasSize(100)
                .endsWith("…");
    }

    private static IdentifyingMembers of(String json) {
        return IdentifyingMembers.of(json.getBytes(UTF_8));
    }
}
