package io.ordermill.api.cli;

import java.util.List;
import picocli.CommandLine.Mixin;

/** A command that makes operations, whose results may be wanted as files when they have ended. */
abstract class SubmittingCommand extends OperationCommand {

    @Mixin
    private final ResultFiles resultFiles = new ResultFiles();

    SubmittingCommand(Shell shell) {
        super(shell);
    }

    @Override
    final boolean isWaiting() {
        return super.isWaiting() || resultFiles.areWanted();
    }

    @Override
    void check() {
        resultFiles.check();
    }

    /** Follows them to their ends, and fetches what is wanted of them. */
    final ExitCode results(ApiClient api, List<Operation> submitted) {
        List<Operation> ended = toTheirEnds(api, submitted);
        resultFiles.write(ended, api, console());
        return worst(ended);
    }
}
