package io.ordermill.api.operation;

import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import io.ordermill.api.security.Caller;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationStore;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Finds an operation for a caller. One that does not exist, one of a company the caller cannot access and an id that is none
 * are all the same to it.
 */
@Component
public class OperationLookup {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final OperationStore operations;

    OperationLookup(OperationStore operations) {
        this.operations = operations;
    }

    public Operation find(String id, Caller caller) {
        return parse(id)
                .flatMap(operations::find)
                .filter(operation -> caller.mayWorkIn(operation.companyId()))
                .orElseThrow(OperationLookup::notFound);
    }

    static ProblemException notFound() {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is no such batch operation.");
    }

    /** Empty where the text is no id. */
    public static Optional<UUID> parse(String id) {
        return ID.matcher(id).matches() ? Optional.of(UUID.fromString(id)) : Optional.empty();
    }
}
