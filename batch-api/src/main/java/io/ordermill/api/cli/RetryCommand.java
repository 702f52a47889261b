package io.ordermill.api.cli;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes up what an operation left. */
@Command(
        name = "retry",
        header = "Take up again the orders that an operation did not save.",
        description = {
            "Without FILE the server takes them from the upload it has, as after reference data has been mended; with"
                    + " FILE, a corrected file, it takes that.",
            "An operation is retried once: given again, the command follows the retry there is."
        },
        footer = {
            "",
            "Examples:",
            "  ordermill retry 01998f3a-6c1e-7b02-a3f4-5d6e7f809112 --wait",
            "  ordermill retry 01998f3a-6c1e-7b02-a3f4-5d6e7f809112 corrected.json --wait --failed failed.json"
        })
final class RetryCommand extends SubmittingCommand {

    @Parameters(index = "0", paramLabel = "ID", description = "The operation.")
    private String id = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "Its orders, corrected.")
    private @Nullable Path file;

    RetryCommand(Shell shell) {
        super(shell);
    }

    @Override
    void check() {
        if (file != null) {
            InputFile.check(file);
        }
        super.check();
    }

    @Override
    ExitCode run(ApiClient api) {
        interruption().advise("The same command can be given again: an operation is retried once.");
        Operation retry;
        try {
            retry = retry(api);
        } catch (Refusal refusal) {
            if (refusal.problem().is("NOTHING_TO_RETRY")) {
                console().note(refusal.text());
                return ExitCode.ALL_SAVED;
            }
            throw refusal;
        }
        if (!isWaiting()) {
            interruption().clear();
            print(retry);
            return ExitCode.ALL_SAVED;
        }
        return results(api, List.of(retry));
    }

    private Operation retry(ApiClient api) {
        HttpRequest.Builder request = api.request(Operation.path(id) + "/retry");
        try {
            Operation retry = new Operation(api.send(
                            file == null
                                    ? request.POST(BodyPublishers.noBody())
                                    : new Upload(file, console()).post(request))
                    .body());
            console().note("Operation " + id + " is retried as " + retry.id() + ".");
            return retry;
        } catch (Refusal refusal) {
            if (file != null || !refusal.problem().is("OPERATION_RETRIED")) {
                throw refusal;
            }
            console().note(refusal.text());
            return new Operation(api.get(Operation.path(refusal.problem().text("retriedBy")) + "/status"));
        }
    }
}
