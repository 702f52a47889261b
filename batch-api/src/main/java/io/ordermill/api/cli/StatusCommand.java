package io.ordermill.api.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tells how far operations are. */
@Command(
        name = "status",
        header = "Show how far operations are, or follow them to their end.",
        description = "The exit code tells how the operations ended; of one that has not ended it is 0.",
        footer = {
            "",
            "Examples:",
            "  ordermill status 01998f3a-6c1e-7b02-a3f4-5d6e7f809112",
            "  ordermill status 01998f3a-6c1e-7b02-a3f4-5d6e7f809112 --wait --timeout 10m"
        })
final class StatusCommand extends OperationCommand {

    @Parameters(arity = "1..*", paramLabel = "ID", description = "The operations.")
    private List<String> ids = List.of();

    StatusCommand(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run(ApiClient api) {
        List<Operation> operations = ids.stream()
                .map(id -> new Operation(api.get(Operation.path(id) + "/status")))
                .toList();
        if (isWaiting()) {
            return worst(toTheirEnds(api, operations));
        }
        for (Operation operation : operations) {
            if (isJson()) {
                print(operation);
            } else {
                console().data(OperationText.details(operation));
            }
        }
        return worst(operations);
    }
}
