package io.ordermill.api.cli;

import picocli.CommandLine.Option;

/** {@code --help}, which picocli answers before a command runs. */
final class HelpOption {

    @SuppressWarnings("unused")
    @Option(
            names = {"-h", "--help"},
            order = 92,
            usageHelp = true,
            description = "Show this help.")
    private boolean help;
}
