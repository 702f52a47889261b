package io.ordermill.api.console.errors;

import io.ordermill.core.order.OrderError;
import io.ordermill.core.outcome.FailedItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A refused order with the places of its errors.
 *
 * @param rows its lines; where there are too many, only those around the errors
 */
record MarkedOrder(List<Row> rows, List<MarkedError> errors) {

    /** More lines than these are a burden to the browser and to the eye. */
    private static final int MOST_LINES = 1_500;

    private static final int AROUND = 6;

    /** What stands in a row. */
    sealed interface Row {

        default boolean isGap() {
            return this instanceof Gap;
        }
    }

    /** @param errors the numbers of those that are about the value on this line */
    record Line(JsonLine line, List<Integer> errors) implements Row {

        public boolean isMarked() {
            return !errors.isEmpty();
        }
    }

    /** Lines that are not shown. */
    record Gap(int lines) implements Row {}

    /**
     * An error and the line to look at.
     *
     * @param isElsewhere true where the pointer leads to nothing, as it does for what is missing: the line is that of the
     *     nearest value around it
     */
    record MarkedError(int number, OrderError error, int line, boolean isElsewhere) {}

    static MarkedOrder of(FailedItem item) {
        List<JsonLine> lines = JsonLines.of(item.json());
        Map<String, List<Integer>> linesOf = new HashMap<>();
        for (JsonLine line : lines) {
            if (line.pointer() != null) {
                linesOf.computeIfAbsent(line.pointer(), any -> new ArrayList<>())
                        .add(line.number());
            }
        }
        List<MarkedError> errors = new ArrayList<>();
        NavigableMap<Integer, List<Integer>> marks = new TreeMap<>();
        for (OrderError error : item.errors()) {
            int number = errors.size() + 1;
            String nearest = nearest(error.pointer(), linesOf);
            // A member that stands twice has two lines, and both are meant.
            List<Integer> places = linesOf.getOrDefault(nearest, List.of(1));
            places.forEach(line ->
                    marks.computeIfAbsent(line, any -> new ArrayList<>()).add(number));
            errors.add(new MarkedError(number, error, places.get(0), !nearest.equals(error.pointer())));
        }
        return new MarkedOrder(rows(lines, marks), errors);
    }

    private static String nearest(String pointer, Map<String, List<Integer>> linesOf) {
        String nearest = pointer;
        while (!linesOf.containsKey(nearest) && !nearest.isEmpty()) {
            nearest = nearest.substring(0, Math.max(0, nearest.lastIndexOf('/')));
        }
        return nearest;
    }

    private static List<Row> rows(List<JsonLine> lines, NavigableMap<Integer, List<Integer>> marks) {
        boolean isWhole = lines.size() <= MOST_LINES;
        List<Row> rows = new ArrayList<>();
        int hidden = 0;
        for (JsonLine line : lines) {
            if (isWhole || isNearMark(line, marks)) {
                addGap(hidden, rows);
                hidden = 0;
                rows.add(new Line(line, marks.getOrDefault(line.number(), List.of())));
            } else {
                hidden++;
            }
        }
        addGap(hidden, rows);
        return rows;
    }

    private static boolean isNearMark(JsonLine line, NavigableMap<Integer, List<Integer>> marks) {
        Integer mark = marks.ceilingKey(line.number() - AROUND);
        return line.number() <= AROUND || (mark != null && mark <= line.number() + AROUND);
    }

    private static void addGap(int hidden, List<Row> rows) {
        if (hidden > 0) {
            rows.add(new Gap(hidden));
        }
    }
}
