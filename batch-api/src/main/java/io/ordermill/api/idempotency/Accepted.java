package io.ordermill.api.idempotency;

import io.ordermill.api.operation.OperationView;
import io.ordermill.api.web.Links;
import io.ordermill.core.operation.Operation;
import java.net.URI;
import org.springframework.http.ResponseEntity;

/**
 * A request that has been carried out, now or before.
 *
 * @param operation as it was when it had just been submitted
 */
public record Accepted(Operation operation, boolean isReplay) {

    static final String REPLAYED = "Idempotency-Replayed";

    /** 201 with where to follow the operation. */
    public ResponseEntity<OperationView> answer() {
        Links links = Links.ofCurrentRequest();
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.created(URI.create(links.operation(operation.operationId(), "status")));
        if (isReplay) {
            answer.header(REPLAYED, "true");
        }
        return answer.body(OperationView.of(operation, links));
    }
}
