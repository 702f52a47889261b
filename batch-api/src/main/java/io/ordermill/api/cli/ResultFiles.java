package io.ordermill.api.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the results of operations are to go when they have ended. */
final class ResultFiles {

    private static final String JSON = "application/json";

    @Option(
            names = "--failed",
            paramLabel = "FILE",
            order = 70,
            description = "Write the failed orders there, each with its errors; corrected, the file can be imported."
                    + " Implies --wait.")
    private @Nullable Path failed;

    @Option(
            names = "--succeeded",
            paramLabel = "FILE",
            order = 71,
            description = "Write the saved orders there, in short. Implies --wait.")
    private @Nullable Path succeeded;

    boolean areWanted() {
        return failed != null || succeeded != null;
    }

    void check() {
        if (failed != null && failed.equals(succeeded)) {
            throw new CommandFailure(ExitCode.USAGE, "--failed and --succeeded name the same file.");
        }
        Stream.of(failed, succeeded)
                .flatMap(Stream::ofNullable)
                .map(WholeFile::new)
                .forEach(WholeFile::checkWritable);
    }

    /** Of several operations, all in one array. */
    void write(List<Operation> operations, ApiClient api, Console console) {
        write(failed, "failed", operations, api, console);
        write(succeeded, "success", operations, api, console);
    }

    private static void write(
            @Nullable Path target, String type, List<Operation> operations, ApiClient api, Console console) {
        if (target == null) {
            return;
        }
        try {
            new WholeFile(target).write(out -> {
                JoinedArray array = new JoinedArray(out);
                for (Operation operation : operations) {
                    try (InputStream elements = api.results(operation.id(), new Query().with("type", type), JSON)) {
                        array.add(elements);
                    }
                }
                array.end();
            });
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.UNEXPECTED, "Cannot write " + target + ": " + e.getMessage());
        }
        console.note("Written: " + target);
    }
}
