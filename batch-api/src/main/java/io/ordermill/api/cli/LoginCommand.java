package io.ordermill.api.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tries the credentials. */
@Command(
        name = "login",
        header = "Try whether the server can be reached and knows the client.",
        description = "Nothing is stored: every command takes the credentials from the environment.",
        footer = {"", "Example:", "  ordermill login --check"})
final class LoginCommand extends ServerCommand {

    @Option(names = "--check", description = "Only try.")
    private boolean check;

    LoginCommand(Shell shell) {
        super(shell);
    }

    @Override
    void check() {
        if (!check) {
            throw new CommandFailure(ExitCode.USAGE, "There is only login --check: credentials are never stored.");
        }
    }

    /** Asks for something harmless: whoever is refused only that is known all the same. */
    @Override
    ExitCode run(ApiClient api) {
        try {
            api.get("/v1/batch-operations?pageSize=1");
        } catch (Refusal refusal) {
            if (refusal.problem().status() != 403) {
                throw refusal;
            }
            console().note("The client may not look at operations.");
        }
        console().data(api.connection().toString());
        return ExitCode.ALL_SAVED;
    }
}
