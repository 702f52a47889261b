package io.ordermill.api.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured, as a page of Markdown under {@code target/benchmark}. */
final class Figures {

    private static final Path DIRECTORY = Path.of("target", "benchmark");

    private final String name;
    private final StringBuilder text = new StringBuilder();

    Figures(String name, String title, Map<String, String> server) {
        this.name = name;
        line("# %s", title);
        line("");
        line("JDK %s, %d cores.", Runtime.version(), Runtime.getRuntime().availableProcessors());
        List<String> parts = server.entrySet().stream()
                .map(setting -> setting.getKey() + " " + setting.getValue())
                .toList();
        line("%s.", String.join(", ", parts));
        line("");
    }

    Figures columns(String... names) {
        line("| %s |", String.join(" | ", names));
        line("|%s", "---|".repeat(names.length));
        return this;
    }

    Figures row(Object... cells) {
        line(
                "| %s |",
                String.join(" | ", List.of(cells).stream().map(Figures::cell).toList()));
        return this;
    }

    Figures line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
        return this;
    }

    void write() throws IOException {
        Files.createDirectories(DIRECTORY);
        Files.writeString(DIRECTORY.resolve(name + ".md"), text);
        System.out.println(text);
    }

    private static String cell(Object value) {
        if (value instanceof Duration duration) {
            return String.format(Locale.ROOT, "%.1f", milliseconds(duration));
        }
        return value instanceof Double number ? String.format(Locale.ROOT, "%.2f", number) : value.toString();
    }

    static double milliseconds(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    /**
     * The smallest of the values that so large a share of them does not exceed.
     *
     * @param share 0.5 for the median, 1 for the largest
     */
    static <T extends Comparable<T>> T quantile(Collection<T> values, double share) {
        List<T> sorted = values.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }
}
