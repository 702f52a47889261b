package io.ordermill.worker.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What each round has measured, a column for each figure, and the medians. */
final class Rounds {

    private final List<String> columns;
    private final List<List<Double>> rounds = new ArrayList<>();

    Rounds(String... columns) {
        this.columns = List.of(columns);
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    static double ratio(Duration dividend, Duration divisor) {
        return seconds(dividend) / seconds(divisor);
    }

    void add(double... figures) {
        List<Double> round = Arrays.stream(figures).boxed().toList();
        if (round.size() != columns.size()) {
            throw new IllegalArgumentException(round + " for " + columns);
        }
        rounds.add(round);
        System.out.println(columns + ": " + round);
    }

    double median(String column) {
        return median(columns.indexOf(column));
    }

    private double median(int column) {
        List<Double> sorted =
                rounds.stream().map(round -> round.get(column)).sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    List<String> header() {
        return Stream.concat(Stream.of("round"), columns.stream()).toList();
    }

    /** A row for each round, and one of medians. */
    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (List<Double> round : rounds) {
            rows.add(row(Integer.toString(rows.size() + 1), round));
        }
        rows.add(row(
                "**median**",
                IntStream.range(0, columns.size()).mapToObj(this::median).toList()));
        return rows;
    }

    private static List<String> row(String name, List<Double> figures) {
        return Stream.concat(
                        Stream.of(name), figures.stream().map(figure -> String.format(Locale.ROOT, "%.2f", figure)))
                .toList();
    }
}
