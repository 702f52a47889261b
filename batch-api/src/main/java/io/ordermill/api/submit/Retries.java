package io.ordermill.api.submit;

import io.ordermill.api.operation.OperationLookup;
import io.ordermill.api.problem.ProblemException;
import io.ordermill.api.security.Caller;
import io.ordermill.core.operation.AlreadyRetriedException;
import io.ordermill.core.operation.Operation;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Takes up again what operations left undone. */
@Component
public class Retries {

    private final OperationLookup lookup;
    private final UnfinishedFile unfinished;
    private final QueueLimits limits;
    private final Submission submission;

    Retries(OperationLookup lookup, UnfinishedFile unfinished, QueueLimits limits, Submission submission) {
        this.lookup = lookup;
        this.unfinished = unfinished;
        this.limits = limits;
        this.submission = submission;
    }

    /**
     * Submits the orders that an operation did not save once more, as they were uploaded.
     *
     * @return the new operation
     * @throws ProblemException where there is nothing to retry, or the operation has been retried already
     */
    public Operation retry(String id, Caller caller) throws IOException {
        return retry(id, caller, this::unfinished);
    }

    /** Whether there is anything a retry could take up, as far as can be told without reading the file. */
    public static boolean isWorthwhile(Operation operation) {
        return RetryRules.isRetryable(operation);
    }

    Operation retry(String id, Caller caller, Source source) throws IOException {
        Operation first = lookup.find(id, caller);
        RetryRules.check(first);
        limits.refusal(first.companyId()).ifPresent(refusal -> {
            throw refusal;
        });
        try (ReceivedFile file = source.fileFor(first)) {
            return submission.retry(first, caller.clientId(), file);
        } catch (AlreadyRetriedException sameMoment) {
            throw RetryRules.retried(lookup.find(id, caller));
        }
    }

    ReceivedFile unfinished(Operation first) throws IOException {
        return unfinished.of(first);
    }

    /** Where the file of a retry comes from. */
    @FunctionalInterface
    interface Source {
        ReceivedFile fileFor(Operation first) throws IOException;
    }
}
