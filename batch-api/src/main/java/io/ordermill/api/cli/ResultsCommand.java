package io.ordermill.api.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches what became of the orders. */
@Command(
        name = "results",
        header = "Fetch what became of the orders of an operation.",
        description = "The failed orders as JSON, corrected, can be imported.",
        footer = {
            "",
            "Examples:",
            "  ordermill results 01998f3a-6c1e-7b02-a3f4-5d6e7f809112 --summary",
            "  ordermill results 01998f3a-6c1e-7b02-a3f4-5d6e7f809112 --output failed.json",
            "  ordermill results 01998f3a-6c1e-7b02-a3f4-5d6e7f809112 --type success --format csv"
        })
final class ResultsCommand extends ServerCommand {

    /** By the names the server gives them. */
    enum Type {
        FAILED,
        SUCCESS,
        UNPROCESSED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** By what follows the dot of a file's name. */
    enum Format {
        JSON("application/json"),
        NDJSON("application/x-ndjson"),
        CSV("text/csv");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(paramLabel = "ID", description = "The operation.")
    private String id = "";

    @Option(names = "--type", paramLabel = "TYPE", description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private Type type = Type.FAILED;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private Format format = Format.JSON;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write there; default: standard output.")
    private @Nullable Path output;

    @Option(names = "--partial", description = "What there is so far, of an operation that has not ended.")
    private boolean partial;

    @Option(names = "--summary", description = "The errors by code and message with their counts instead.")
    private boolean summary;

    ResultsCommand(Shell shell) {
        super(shell);
    }

    @Override
    void check() {
        if (summary && output != null) {
            throw new CommandFailure(ExitCode.USAGE, "--summary is printed; it does not go with --output.");
        }
        if (output != null) {
            new WholeFile(output).checkWritable();
        }
    }

    @Override
    ExitCode run(ApiClient api) {
        if (summary) {
            ErrorSummary.of(id, partial, api).lines(Integer.MAX_VALUE).forEach(console()::data);
            return ExitCode.ALL_SAVED;
        }
        try {
            if (output == null) {
                copy(api, console().out());
            } else {
                new WholeFile(output).write(out -> copy(api, out));
                console().note("Written: " + output);
            }
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.UNEXPECTED, "Cannot write " + output + ": " + e.getMessage());
        }
        return ExitCode.ALL_SAVED;
    }

    private void copy(ApiClient api, OutputStream out) throws IOException {
        Query query = new Query().with("type", type).withFlag("partial", partial);
        try (InputStream results = api.results(id, query, format.mediaType)) {
            results.transferTo(out);
        }
    }
}
