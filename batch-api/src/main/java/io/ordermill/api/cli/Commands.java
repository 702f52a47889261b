package io.ordermill.api.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;

/** The commands as one program. */
public final class Commands {

    static final String NAME = "ordermill";

    private final Shell shell;
    private final Map<String, Supplier<Object>> commands = new LinkedHashMap<>();

    private Commands(Shell shell) {
        this.shell = shell;
        commands.put("import", () -> new ImportCommand(shell));
        commands.put("status", () -> new StatusCommand(shell));
        commands.put("results", () -> new ResultsCommand(shell));
        commands.put("cancel", () -> new CancelCommand(shell));
        commands.put("retry", () -> new RetryCommand(shell));
        commands.put("list", () -> new ListCommand(shell));
        commands.put("reference", () -> ReferenceCommand.with(new ReferenceLoadCommand(shell)));
        commands.put("login", () -> new LoginCommand(shell));
        commands.put("generate-completion", GenerateCompletion::new);
        commands.put("help", HelpCommand::new);
    }

    /** Runs a command for the person or script that started this process, and gives back its exit code. */
    public static int run(@Nullable String version, String... arguments) {
        Shell shell = Shell.ofProcess(version);
        shell.interruption().printAtExit(shell.console().err());
        int exitCode = run(shell, arguments);
        ApiClient.letGo();
        return exitCode;
    }

    static int run(Shell shell, String... arguments) {
        int exitCode = new Commands(shell).namedBy(arguments).execute(arguments);
        shell.interruption().clear();
        return shell.console().end() || exitCode != 0 ? exitCode : ExitCode.UNEXPECTED.number();
    }

    /** With all commands only where they are spoken of: a command is described to picocli in a few hundredths of a second. */
    private CommandLine namedBy(String... arguments) {
        Map<String, Supplier<Object>> wanted = new LinkedHashMap<>(commands);
        if (arguments.length > 0 && isSufficient(arguments[0])) {
            wanted.keySet().retainAll(Set.of(arguments[0]));
        }
        CommandLine program = new CommandLine(new RootCommand(shell));
        wanted.forEach((name, command) -> program.addSubcommand(name, command.get()));
        return prepared(program);
    }

    private boolean isSufficient(String name) {
        return commands.containsKey(name)
                && !Set.of("generate-completion", "help").contains(name);
    }

    private CommandLine prepared(CommandLine program) {
        Console console = shell.console();
        Failures failures = new Failures(shell);
        return program.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(console.out(), true, UTF_8))
                .setErr(new PrintWriter(console.err(), true, UTF_8))
                .setParameterExceptionHandler(failures::wrongUsage)
                .setExecutionExceptionHandler(failures::failed);
    }
}
