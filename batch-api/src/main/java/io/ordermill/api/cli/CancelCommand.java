package io.ordermill.api.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Cancels operations. */
@Command(
        name = "cancel",
        header = "Cancel operations; what they have saved stays.",
        description = "The exit code is 0 if the server took the request, also with --wait.",
        footer = {"", "Example:", "  ordermill cancel 01998f3a-6c1e-7b02-a3f4-5d6e7f809112 --wait"})
final class CancelCommand extends OperationCommand {

    @Parameters(arity = "1..*", paramLabel = "ID", description = "The operations.")
    private List<String> ids = List.of();

    CancelCommand(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run(ApiClient api) {
        List<Operation> operations = ids.stream()
                .map(id -> new Operation(api.post(Operation.path(id) + "/cancel")))
                .toList();
        if (isWaiting()) {
            toTheirEnds(api, operations);
        } else {
            operations.forEach(this::print);
        }
        return ExitCode.ALL_SAVED;
    }
}
