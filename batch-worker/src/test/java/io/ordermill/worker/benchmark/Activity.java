package io.ordermill.worker.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What is done, and by whom: a thread of the worker or the database. */
record Activity(String who, String what) {

    static final String POSTGRES = "PostgreSQL";

    /** Rows for a report, of each who the largest first; {@code shown} gives the cells after who and what. */
    static List<List<String>> rows(Map<Activity, Double> figures, Function<Double, List<String>> shown) {
        List<List<String>> rows = new ArrayList<>();
        figures.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Activity, Double> figure) -> figure.getKey().who)
                        .thenComparing(
                                Map.Entry.<Activity, Double>comparingByValue().reversed()))
                .forEach(figure -> {
                    List<String> row = new ArrayList<>(List.of(figure.getKey().who, figure.getKey().what));
                    row.addAll(shown.apply(figure.getValue()));
                    rows.add(row);
                });
        return rows;
    }
}
