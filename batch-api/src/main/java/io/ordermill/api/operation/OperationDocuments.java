package io.ordermill.api.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ordermill.api.web.EntityTag;
import io.ordermill.api.web.Links;
import io.ordermill.core.operation.Operation;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Renders operations. */
@Component
public class OperationDocuments {

    private final JsonMapper json;

    OperationDocuments(JsonMapper json) {
        this.json = json;
    }

    public OperationDocument of(Operation operation, Links links) {
        String text = json.writeValueAsString(OperationView.of(operation, links));
        return new OperationDocument(
                text, EntityTag.of(text.getBytes(UTF_8)), operation.status().isTerminal());
    }
}
