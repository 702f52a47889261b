package io.ordermill.api.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists operations. */
@Command(
        name = "list",
        header = "List operations, newest first.",
        footer = {
            "",
            "Examples:",
            "  ordermill list",
            "  ordermill list --status InProgress --status Pending",
            "  ordermill list --within 24h --label 'night run' --limit 500 --json"
        })
final class ListCommand extends ServerCommand {

    private static final int LARGEST_PAGE = 200;
    private static final String ROW = "%-36s  %-10s  %9s  %9s  %-20s  %s";

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "Pending, InProgress, … ; may be given several times.")
    private List<String> statuses = List.of();

    @Option(names = "--company", paramLabel = "ID", description = "Of this company.")
    private @Nullable String company;

    @Option(names = "--label", paramLabel = "TEXT", description = "With this label.")
    private @Nullable String label;

    @Option(names = "--submitted-by", paramLabel = "CLIENT", description = "Of this client.")
    private @Nullable String submittedBy;

    @Option(names = "--from", paramLabel = "TIME", description = "Submitted since, as 2026-11-21T08:00:00Z.")
    private @Nullable String from;

    @Option(
            names = "--within",
            paramLabel = "DURATION",
            converter = DurationOption.class,
            description = "Submitted within so long (30m, 24h) from --from, or up to now.")
    private @Nullable Duration within;

    @Option(names = "--limit", paramLabel = "N", description = "So many at most; default: ${DEFAULT-VALUE}.")
    private int limit = 50;

    @Option(names = "--json", description = "Print what the server says, one JSON object per line.")
    private boolean json;

    ListCommand(Shell shell) {
        super(shell);
    }

    @Override
    void check() {
        if (limit < 1) {
            throw new CommandFailure(ExitCode.USAGE, "--limit is at least 1.");
        }
    }

    @Override
    ExitCode run(ApiClient api) {
        if (!json) {
            console()
                    .data(String.format(
                            Locale.ROOT, ROW, "OPERATION", "STATUS", "SAVED", "FAILED", "SUBMITTED", "FILE"));
        }
        int left = limit;
        String cursor = null;
        do {
            Json page = api.get("/v1/batch-operations"
                    + filters().with("pageSize", Math.min(left, LARGEST_PAGE)).with("cursor", cursor));
            page.elements("items").stream().map(Operation::new).forEach(this::print);
            left -= page.elements("items").size();
            cursor = page.flag("hasMore") ? page.text("cursor") : null;
        } while (cursor != null && left > 0);
        if (cursor != null) {
            console().note("There are more; --limit " + 10L * limit + " shows them.");
        }
        return ExitCode.ALL_SAVED;
    }

    private void print(Operation operation) {
        if (json) {
            console().data(operation.document());
        } else {
            console()
                    .data(String.format(
                            Locale.ROOT,
                            ROW,
                            operation.id(),
                            operation.status(),
                            operation.saved(),
                            operation.failed(),
                            operation.text("submittedAt").replaceFirst("\\.\\d+", ""),
                            operation.text("fileName") + (operation.isDryRun() ? " (dry run)" : "")));
        }
    }

    private Query filters() {
        return new Query()
                .withEach("status", statuses)
                .with("companyId", company)
                .with("label", label)
                .with("submittedBy", submittedBy)
                .with("timeFrom", from)
                .with("timeWindow", within);
    }
}
