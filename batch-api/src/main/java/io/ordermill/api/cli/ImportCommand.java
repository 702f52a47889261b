package io.ordermill.api.cli;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Submits files. */
@Command(
        name = "import",
        header = "Submit files of sales orders.",
        description = {
            "Each FILE is a JSON array of orders, plain or compressed by gzip or zstd. Without --wait the id of each"
                    + " operation is printed; with it, how each operation ended.",
            "The command can be given again safely: the same bytes with the same options are imported once."
        },
        footer = {
            "",
            "Examples:",
            "  ordermill import orders.json",
            "  ordermill import monday.json tuesday.json.gz --skip-workflow --wait",
            "  ordermill import orders.json --dry-run --wait --failed failed.json"
        })
final class ImportCommand extends SubmittingCommand {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "What to import.")
    private List<Path> files = List.of();

    @Option(names = "--company", paramLabel = "ID", description = "The company; default: that of the client.")
    private @Nullable String company;

    @Option(names = "--skip-workflow", description = "Make no workflow tasks, and have the wider limits.")
    private boolean skipWorkflow;

    @Option(names = "--dry-run", description = "Judge every order, save none.")
    private boolean dryRun;

    @Option(names = "--atomic", description = "Save all orders of a file or none.")
    private boolean atomic;

    @Option(names = "--max-errors", paramLabel = "N", description = "Stop once so many orders have failed.")
    private @Nullable Integer maxErrors;

    @Option(names = "--ignore-unknown-fields", description = "Drop members that an order does not have.")
    private boolean ignoreUnknownFields;

    @Option(names = "--label", paramLabel = "TEXT", description = "A text of your own to find the operation by.")
    private @Nullable String label;

    @Option(
            names = "--idempotency-key",
            paramLabel = "KEY",
            description = "By what the server knows the submission when it is sent again; default: a digest of file and"
                    + " options. For one FILE only.")
    private @Nullable String key;

    ImportCommand(Shell shell) {
        super(shell);
    }

    @Override
    void check() {
        files.forEach(InputFile::check);
        if (key != null && files.size() > 1) {
            throw new CommandFailure(ExitCode.USAGE, "--idempotency-key stands for one file, and there are several.");
        }
        if (key != null && !key.matches("[\\x21-\\x7e]{1,255}")) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--idempotency-key takes 1 to 255 visible ASCII characters, without blanks.");
        }
        super.check();
    }

    @Override
    ExitCode run(ApiClient api) {
        List<Operation> submitted = new ArrayList<>();
        for (Path file : files) {
            if (submitted.isEmpty()) {
                interruption().advise("The same command can be given again: no file is imported twice.");
            }
            submitted.add(submit(file, api));
            adviseToFollow(submitted);
        }
        if (!isWaiting()) {
            interruption().clear();
            return ExitCode.ALL_SAVED;
        }
        return results(api, submitted);
    }

    private Operation submit(Path file, ApiClient api) {
        Query query = query();
        HttpRequest.Builder request =
                api.request("/v1/batch/sales-orders" + query).header("Idempotency-Key", key(file, query));
        Answer answer = api.send(new Upload(file, console()).post(request));
        Operation operation = new Operation(answer.body());
        if (answer.isReplay()) {
            console()
                    .note(file + " was submitted before with the same options, as operation " + operation.id()
                            + "; it is not imported again. What that one left, ordermill retry takes up; to import all of it"
                            + " once more, give an --idempotency-key of your own.");
        } else {
            console().note(file + " is submitted as operation " + operation.id() + ".");
        }
        if (!isWaiting()) {
            printSubmitted(operation);
        }
        return operation;
    }

    private void printSubmitted(Operation operation) {
        if (isJson()) {
            print(operation);
        } else {
            console().data(operation.id());
        }
    }

    private String key(Path file, Query query) {
        if (key != null) {
            return key;
        }
        return dryRun ? IdempotencyKey.ofThisRun() : IdempotencyKey.of(file, query.toString());
    }

    private Query query() {
        return new Query()
                .with("companyId", company)
                .withFlag("skipWorkflow", skipWorkflow)
                .withFlag("dryRun", dryRun)
                .with("errorPolicy", atomic ? "atomic" : null)
                .with("maxErrors", maxErrors)
                .with("unknownFields", ignoreUnknownFields ? "ignore" : null)
                .with("label", label);
    }
}
