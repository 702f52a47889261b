package io.ordermill.worker.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures as a page of Markdown. To be made before anything is measured, for it notes how busy the machine is. */
final class Report {

    private final StringBuilder text = new StringBuilder();

    Report(String title) {
        paragraph("# %s", title);
        paragraph(
                "JDK %s, %d cores, load of the machine before: %.2f.",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    Report database(Map<String, String> settings) {
        List<String> parts = new ArrayList<>();
        settings.forEach((name, value) -> parts.add(name + " " + value));
        return paragraph("%s.", String.join(", ", parts));
    }

    Report paragraph(String format, Object... values) {
        return line(String.format(Locale.ROOT, format, values)).line("");
    }

    Report rounds(Rounds rounds) {
        return table(rounds.header(), rounds.rows());
    }

    Report table(List<String> header, List<List<String>> rows) {
        row(header);
        row(Collections.nCopies(header.size(), "---"));
        rows.forEach(this::row);
        return line("");
    }

    private void row(List<String> cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private Report line(String line) {
        text.append(line).append('\n');
        return this;
    }

    void writeTo(Path file) throws IOException {
        Files.writeString(file, text);
        System.out.println(text);
    }
}
