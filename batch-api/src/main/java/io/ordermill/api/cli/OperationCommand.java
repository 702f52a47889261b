package io.ordermill.api.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command about operations, which may wait for their end. */
abstract class OperationCommand extends ServerCommand {

    @Option(
            names = "--wait",
            order = 80,
            description = "Follow the operation to its end; the exit code tells how it ended.")
    private boolean wait;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            order = 81,
            converter = DurationOption.class,
            description = "Wait so long at most (30s, 10m, 2h); then the exit code is 5. Implies --wait.")
    private @Nullable Duration timeout;

    @Option(names = "--json", order = 82, description = "Print what the server says, one JSON object per line.")
    private boolean json;

    OperationCommand(Shell shell) {
        super(shell);
    }

    boolean isWaiting() {
        return wait || timeout != null;
    }

    final boolean isJson() {
        return json;
    }

    /** Each of them in turn, one deadline for all; each is printed when it has ended. */
    final List<Operation> toTheirEnds(ApiClient api, List<Operation> operations) {
        Follower follower = new Follower(api, console(), Deadline.in(timeout));
        List<Operation> ended = new ArrayList<>();
        for (Operation operation : operations) {
            adviseToFollow(operations.subList(ended.size(), operations.size()));
            Operation end = follower.toItsEnd(operation);
            ended.add(end);
            print(end);
            new Explanation(api, console()).of(end);
        }
        interruption().clear();
        return ended;
    }

    final void print(Operation operation) {
        if (json) {
            console().data(operation.document());
        } else {
            console().data(OperationText.line(operation));
        }
    }

    final void adviseToFollow(List<Operation> operations) {
        List<String> arguments = new ArrayList<>();
        arguments.add("status");
        operations.forEach(operation -> arguments.add(operation.id()));
        arguments.add("--wait");
        if (url() != null) {
            arguments.addAll(List.of("--url", url()));
        }
        interruption()
                .advise("What has been submitted goes on without this command. To follow it:\n  "
                        + Invocation.of(arguments));
    }

    static ExitCode worst(List<Operation> operations) {
        return operations.stream().map(Operation::outcome).reduce(ExitCode.ALL_SAVED, ExitCode::orWorse);
    }
}
