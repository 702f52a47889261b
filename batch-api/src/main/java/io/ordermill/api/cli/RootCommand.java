package io.ordermill.api.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What stands before the name of a command: nothing but questions about the program. */
@Command(
        name = Commands.NAME,
        description = {
            "Loads sales orders into a running Ordermill and follows them. Without arguments, or with settings only"
                    + " (--server.port=8081), the jar is the server itself.",
            "",
            "The server is named by ORDERMILL_URL (default: http://localhost:8080), the client by ORDERMILL_CLIENT_ID"
                    + " and ORDERMILL_CLIENT_SECRET, or ORDERMILL_CLIENT_SECRET_FILE, a file with the secret in it.",
            "",
            "ordermill stands for java -jar batch-api.jar."
        },
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "Exit codes:%n",
        footer = {
            "",
            "Examples:",
            "  ordermill login --check",
            "  ordermill import orders.json --wait --failed failed.json",
            "  ordermill list --status InProgress",
            "  ordermill help import"
        })
final class RootCommand {

    private final Shell shell;

    @SuppressWarnings("unused")
    @Mixin
    private final HelpOption help = new HelpOption();

    @SuppressWarnings("unused")
    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    RootCommand(Shell shell) {
        this.shell = shell;
    }

    @Spec
    void describe(CommandSpec spec) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (ExitCode code : ExitCode.values()) {
            codes.put(Integer.toString(code.number()), code.meaning());
        }
        spec.usageMessage().exitCodeList(codes);
        spec.version("Ordermill " + Objects.requireNonNullElse(shell.version(), "(unpackaged)"));
    }
}
