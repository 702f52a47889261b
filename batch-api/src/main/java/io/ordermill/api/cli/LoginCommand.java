package io.ordermill.api.cli;

import java.net.http.HttpRequest.BodyPublishers;
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

    @Override
    ExitCode run(ApiClient api) {
        console().data(api.connection() + scopes(api));
        return ExitCode.ALL_SAVED;
    }

    /** What the client may do; a server that leaves tokens to somebody else is asked for something harmless instead. */
    private static String scopes(ApiClient api) {
        try {
            Answer token = api.send(api.request("/oauth2/token")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("grant_type=client_credentials")));
            return ": " + token.body().path("scope").asString("no scopes");
        } catch (Refusal refusal) {
            if (refusal.problem().status() != 404) {
                throw refusal;
            }
            api.get("/v1/batch-operations?pageSize=1");
            return "";
        }
    }
}
