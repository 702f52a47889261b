package io.ordermill.api.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Loads reference data. */
@Command(
        name = "load",
        header = "Load reference data of a company, all rows or none.",
        description = {
            "KIND is one of customers, products, sales-persons, transaction-types, number-series, currencies, units,"
                    + " accounts, payment-terms, payment-methods, delivery-terms, delivery-methods, tax-codes,"
                    + " dimension-values, periods, posting-cycles.",
            "FILE is a JSON array or a CSV with a header line; rows that are there already are replaced."
        },
        footer = {"", "Example:", "  ordermill reference load customers customers.csv --company 1"})
final class ReferenceLoadCommand extends ServerCommand {

    @Parameters(index = "0", paramLabel = "KIND", description = "What the rows are.")
    private String kind = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "The rows.")
    private Path file = Path.of("");

    @Option(names = "--company", paramLabel = "ID", description = "The company; default: that of the client.")
    private @Nullable String company;

    @Option(names = "--json", description = "Print what the server says as JSON.")
    private boolean json;

    ReferenceLoadCommand(Shell shell) {
        super(shell);
    }

    @Override
    void check() {
        InputFile.check(file);
    }

    @Override
    ExitCode run(ApiClient api) {
        String path = "/v1/reference-data/" + Query.encoded(kind) + new Query().with("companyId", company);
        Json receipt = api.send(api.request(path)
                        .header("Content-Type", beginsAsJson() ? "application/json" : "text/csv")
                        .PUT(bytes()))
                .body();
        if (json) {
            console().data(receipt);
        } else {
            console().data(kind + ": " + receipt.text("received") + " received, " + receipt.text("stored") + " stored");
        }
        return ExitCode.ALL_SAVED;
    }

    /** No header of a CSV begins with a bracket. */
    private boolean beginsAsJson() {
        try (InputStream bytes = Files.newInputStream(file)) {
            int first = bytes.read();
            while (first > 0 && Character.isWhitespace(first)) {
                first = bytes.read();
            }
            return first == '[' || first == '{';
        } catch (IOException e) {
            throw InputFile.unreadable(file);
        }
    }

    private BodyPublisher bytes() {
        try {
            return BodyPublishers.ofFile(file);
        } catch (FileNotFoundException e) {
            throw InputFile.unreadable(file);
        }
    }
}
