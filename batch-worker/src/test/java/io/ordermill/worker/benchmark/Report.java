package io.ordermill.worker.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The figures as a page of Markdown. */
final class Report {

    private static final double SMALLEST_SHARE = 0.005;

    private final StringBuilder text = new StringBuilder();

    /**
     * One measurement of each.
     *
     * @param textbook null where the textbook job was not measured
     */
    record Round(Duration product, Duration copy, @Nullable Duration textbook) {

        double toCopy() {
            return (double) product.toNanos() / copy.toNanos();
        }

        double toTextbook() {
            return (double) textbook.toNanos() / product.toNanos();
        }
    }

    Report title(BenchmarkSettings settings, Map<String, String> server) {
        line("# Import of %,d orders of %d lines, %s shape", settings.orders(), settings.lines(), settings.shape());
        line("");
        line("JDK %s, %d cores.", Runtime.version(), Runtime.getRuntime().availableProcessors());
        List<String> parts = new ArrayList<>();
        server.forEach((name, value) -> parts.add(name + " " + value));
        line("%s.", String.join(", ", parts));
        line("");
        return this;
    }

    Report rounds(List<Round> rounds, int rows) {
        boolean textbook = rounds.stream().allMatch(round -> round.textbook() != null);
        line("| round | import s | copy s | textbook s | import ÷ copy | textbook ÷ import |");
        line("|---|---|---|---|---|---|");
        for (int i = 0; i < rounds.size(); i++) {
            row(Integer.toString(i + 1), rounds.subList(i, i + 1), textbook);
        }
        row("**median**", rounds, textbook);
        line("");
        line(
                "Rows a second (median): import %,.0f, copy %,.0f.",
                rows / median(rounds, round -> seconds(round.product())),
                rows / median(rounds, round -> seconds(round.copy())));
        line("");
        return this;
    }

    private void row(String name, List<Round> rounds, boolean textbook) {
        line(
                "| %s | %.2f | %.2f | %s | %.2f | %s |",
                name,
                median(rounds, round -> seconds(round.product())),
                median(rounds, round -> seconds(round.copy())),
                textbook ? format("%.2f", median(rounds, round -> seconds(round.textbook()))) : "",
                median(rounds, Round::toCopy),
                textbook ? format("%.2f", median(rounds, Round::toTextbook)) : "");
    }

    /** Shares of the import's time, by who spends them; without the crumbs. */
    Report profile(Map<String, Double> shares) {
        line("| who | what | share of the import's time |");
        line("|---|---|---|");
        Map<String, List<Map.Entry<String, Double>>> byWho = new TreeMap<>();
        shares.entrySet().forEach(share -> byWho.computeIfAbsent(
                        share.getKey().substring(0, share.getKey().indexOf(" | ")), who -> new ArrayList<>())
                .add(share));
        byWho.values().forEach(ofOne -> ofOne.stream()
                .filter(share -> share.getValue() >= SMALLEST_SHARE)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(share -> line("| %s | %.1f %% |", share.getKey(), 100 * share.getValue())));
        return this;
    }

    void writeTo(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        System.out.println(text);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static double median(List<Round> rounds, Function<Round, Double> figure) {
        List<Double> sorted = rounds.stream().map(figure).sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private void line(String format, Object... values) {
        text.append(format(format, values)).append('\n');
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
