package io.ordermill.api.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said when a command has not done what it was to do. */
final class Failures {

    private final Shell shell;

    Failures(Shell shell) {
        this.shell = shell;
    }

    int wrongUsage(ParameterException e, String[] arguments) {
        Console console = shell.console();
        console.error(String.valueOf(e.getMessage()));
        UnmatchedArgumentException.printSuggestions(e, e.getCommandLine().getErr());
        console.error("Usage: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE.number();
    }

    int failed(Exception e, CommandLine command, ParseResult arguments) {
        Console console = shell.console();
        if (e instanceof CommandFailure failure) {
            console.error(failure.text());
            String advice = shell.interruption().advice();
            if (advice != null && !(failure instanceof Refusal)) {
                console.error(advice);
            }
            return failure.exitCode().number();
        }
        console.error("Unexpected: " + e);
        e.printStackTrace(console.err());
        return ExitCode.UNEXPECTED.number();
    }
}
