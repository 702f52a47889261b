package io.ordermill.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.testing.ApiTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The committed description of the interface is that of the code. */
class OpenApiTest extends ApiTest {

    private static final Path COMMITTED = Path.of("docs/openapi.json");
    private static final String RENEW = "./mvnw -q -pl batch-api -am test -Dtest=OpenApiTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dopenapi.write=true";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Test
    void isCommitted() throws IOException {
        String actual = described();
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(COMMITTED, actual);
        }

        assertThat(Files.readString(COMMITTED))
                .as("batch-api/docs/openapi.json is not what the code says; renew it: %s", RENEW)
                .isEqualTo(actual);
    }

    private String described() {
        Object description =
                JSON.readValue(anonymous.get("/v3/api-docs").expect(200).body(), Object.class);
        return JSON.writeValueAsString(description).replace("\r\n", "\n") + "\n";
    }
}
