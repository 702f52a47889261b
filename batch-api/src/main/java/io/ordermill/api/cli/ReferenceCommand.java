package io.ordermill.api.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What there is to do with reference data. */
@Command(
        name = "reference",
        header = "Load reference data: customers, products and the rest.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  ordermill reference load customers customers.csv"})
final class ReferenceCommand {

    @SuppressWarnings("unused")
    @Mixin
    private final HelpOption help = new HelpOption();

    static CommandLine with(ReferenceLoadCommand load) {
        return new CommandLine(new ReferenceCommand()).addSubcommand(load);
    }
}
