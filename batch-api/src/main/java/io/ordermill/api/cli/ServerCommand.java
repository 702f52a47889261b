package io.ordermill.api.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that talks to a server. */
abstract class ServerCommand implements Callable<Integer> {

    private final Shell shell;

    @Option(
            names = "--url",
            paramLabel = "URL",
            order = 90,
            description = "The server. Default: ORDERMILL_URL, or else http://localhost:8080.")
    private @Nullable String url;

    @Option(
            names = {"-q", "--quiet"},
            order = 91,
            description = "Say nothing on standard error but errors.")
    private boolean quiet;

    @SuppressWarnings("unused")
    @Mixin
    private final HelpOption help = new HelpOption();

    ServerCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public final Integer call() {
        if (quiet) {
            console().beQuiet();
        }
        check();
        return run(new ApiClient(Connection.of(url, shell.environment()), console()))
                .number();
    }

    /** What can be found wrong before anything is sent. */
    void check() {}

    abstract ExitCode run(ApiClient api);

    final Console console() {
        return shell.console();
    }

    final Interruption interruption() {
        return shell.interruption();
    }

    final @Nullable String url() {
        return url;
    }
}
