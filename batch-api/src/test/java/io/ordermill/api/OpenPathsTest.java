package io.ordermill.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.client.RequiresScope;
import io.ordermill.api.testing.ApiTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

class OpenPathsTest extends ApiTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness"})
    void tellsItsHealthToEveryone(String path) {
        assertThat(anonymous.get(path).expect(200).body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void tellsItsMetricsToEveryone() {
        newCaller().post("/v1/batch/sales-orders", "application/json", "[]").expect(201);

        String metrics = anonymous.get("/actuator/prometheus").expect(200).body();

        assertThat(metrics).contains("ordermill_operations_open{status=\"InProgress\"}", "jvm_memory_used_bytes");
        assertThat(metrics).containsPattern("ordermill_operations_open\\{status=\"Pending\"} [1-9]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/env", "/actuator/health", "/actuator/heapdump"})
    void keepsTheRestClosed(String path) {
        anonymous.get(path).problem(401, "UNAUTHORIZED");
        operator.get(path).problem(403, "FORBIDDEN");
    }

    @Test
    void describesItselfToEveryone() {
        JsonNode description = anonymous.get("/v3/api-docs").expect(200).json();

        assertThat(description.get("openapi").asString()).startsWith("3.1");
        assertThat(description.get("paths").propertyNames())
                .contains(
                        "/v1/batch/sales-orders",
                        "/v1/sales-orders/batch",
                        "/v1/batch-operations",
                        "/v1/batch-operations/{id}/status",
                        "/v1/batch-operations/{id}/events",
                        "/v1/batch-operations/{id}/results",
                        "/v1/batch-operations/{id}/results/summary",
                        "/v1/batch-operations/{id}/retry",
                        "/v1/batch-operations/{id}/cancel",
                        "/v1/sales-orders",
                        "/v1/sales-orders/{orderNumber}",
                        "/v1/reference-data/{kind}",
                        "/v1/clients/{clientId}",
                        "/v1/companies/{companyId}",
                        "/v1/webhooks",
                        "/v1/webhooks/{id}",
                        "/v1/webhooks/{id}/test",
                        "/v1/webhooks/{id}/deliveries")
                .doesNotContain("/error");
        JsonNode submit = description.get("paths").get("/v1/batch/sales-orders").get("post");
        assertThat(submit.get("requestBody").get("content").propertyNames())
                .contains("multipart/form-data", "application/json", "application/gzip", "application/zstd");
        assertThat(submit.get("parameters")
                        .valueStream()
                        .map(parameter -> parameter.get("name").asString()))
                .contains("Idempotency-Key", "companyId", "skipWorkflow", "unknownFields", "label");
        assertThat(description.get("components").get("securitySchemes").propertyNames())
                .containsExactlyInAnyOrder("basic", "bearer");
    }

    @Test
    void showsItsDescriptionAsAPage() {
        assertThat(anonymous.get("/swagger-ui.html").status()).isEqualTo(302);
        assertThat(anonymous.get("/swagger-ui/index.html").expect(200).body()).contains("swagger");
    }

    @Test
    void statesAScopeForEveryCall() {
        assertThat(mappings.getHandlerMethods().entrySet().stream()
                        .filter(mapping -> mapping.getKey().getDirectPaths().stream()
                                        .anyMatch(p -> p.startsWith("/v1"))
                                || mapping.getKey().getPatternValues().stream().anyMatch(p -> p.startsWith("/v1"))))
                .hasSizeGreaterThan(15)
                .allSatisfy(mapping -> assertThat(mapping.getValue().hasMethodAnnotation(RequiresScope.class))
                        .isTrue());
    }
}
