package io.ordermill.api.submit;

import io.ordermill.api.idempotency.Accepted;
import io.ordermill.api.idempotency.Fingerprint;
import io.ordermill.api.idempotency.Idempotency;
import io.ordermill.api.idempotency.IdempotencyHeader;
import io.ordermill.api.problem.ProblemException;
import io.ordermill.api.security.Caller;
import io.ordermill.core.idempotency.IdempotencyKey;
import io.ordermill.core.operation.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Takes in a batch, whichever way its file comes: from a program, or from a page of the console. */
@Component
public class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final FileReceiver receiver;
    private final QueueLimits limits;
    private final Idempotency idempotency;
    private final Submission submission;

    Intake(FileReceiver receiver, QueueLimits limits, Idempotency idempotency, Submission submission) {
        this.receiver = receiver;
        this.limits = limits;
        this.idempotency = idempotency;
        this.submission = submission;
    }

    /**
     * Reads the request to its end and has it carried out, once where it carries an {@code Idempotency-Key}.
     *
     * @throws ProblemException where it is refused; nothing is stored then
     */
    public Accepted take(HttpServletRequest request, Caller caller) throws IOException {
        SubmitParameters parameters = SubmitParameters.of(request);
        IdempotencyKey key = IdempotencyHeader.of(request, caller);
        String companyId = caller.company(parameters.companyId());
        UploadBody body = receiver.announced(request);
        refuseWhileFull(companyId, key);
        try (ReceivedFile file = receiver.receive(request, body)) {
            Accepted accepted = idempotency.once(
                    key,
                    () -> fingerprint(companyId, request, file),
                    () -> submission.submit(companyId, caller.clientId(), parameters.options(), file));
            log(accepted, file);
            return accepted;
        }
    }

    /** Counted first, then the key looked at: whatever has filled the queue meanwhile has its key there by then. */
    private void refuseWhileFull(String companyId, @Nullable IdempotencyKey key) {
        Optional<ProblemException> refusal = limits.refusal(companyId);
        if (refusal.isPresent() && !idempotency.isKnown(key)) {
            throw refusal.get();
        }
    }

    private static String fingerprint(String companyId, HttpServletRequest request, ReceivedFile file)
            throws IOException {
        try (InputStream bytes = file.open()) {
            return Fingerprint.of("submit", companyId, request, bytes);
        }
    }

    private static void log(Accepted accepted, ReceivedFile file) {
        Operation operation = accepted.operation();
        MDC.put("operationId", operation.operationId().toString());
        try {
            LOG.info(
                    "{} submitted {} bytes for company {}{}",
                    operation.submittedBy(),
                    file.size(),
                    operation.companyId(),
                    accepted.isReplay() ? " again and got the first answer again" : "");
        } finally {
            MDC.remove("operationId");
        }
    }
}
