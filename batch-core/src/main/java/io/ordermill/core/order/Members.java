package io.ordermill.core.order;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** The member names one kind of JSON object has. They are the names of the record's components. */
final class Members {

    private static final int MOST_EDITS = 3;

    private final List<String> names;
    private final Set<String> ignored;
    private final Map<String, Integer> positions = new HashMap<>();

    private Members(List<String> names, Set<String> ignored) {
        this.names = names;
        this.ignored = ignored;
        for (String name : names) {
            positions.put(name, positions.size());
        }
    }

    static Members of(Class<? extends Record> type) {
        return of(Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
    }

    static Members of(List<String> names) {
        if (names.size() > Long.SIZE) {
            throw new IllegalArgumentException("more than " + Long.SIZE + " members");
        }
        return new Members(names, Set.of());
    }

    /** The same members, and names that are passed over without a word. */
    Members ignoring(String... others) {
        return new Members(names, Set.of(others));
    }

    boolean ignores(String name) {
        return ignored.contains(name);
    }

    boolean has(String name) {
        return positions.containsKey(name);
    }

    /** The known name a misspelt one was most likely meant to be; null where none is near. Case does not count. */
    @Nullable
    String nearest(String misspelt) {
        int allowed = Math.min(MOST_EDITS, Math.max(1, misspelt.length() / 3));
        LevenshteinDistance distance = new LevenshteinDistance(allowed);
        String nearest = null;
        int best = allowed + 1;
        for (String name : names) {
            // A name far too long is not even compared.
            int difference = Math.abs(name.length() - misspelt.length()) > allowed
                    ? -1
                    : distance.apply(name.toLowerCase(Locale.ROOT), misspelt.toLowerCase(Locale.ROOT));
            if (difference >= 0 && difference < best) {
                nearest = name;
                best = difference;
            }
        }
        return nearest;
    }

    /** Begins a walk over one object. */
    Seen walk() {
        return new Seen();
    }

    /** The members met so far in one object. */
    final class Seen {

        private long bits;

        Members members() {
            return Members.this;
        }

        /** False where the name was met before. */
        boolean add(String knownName) {
            long bit = 1L << Objects.requireNonNull(positions.get(knownName));
            boolean isNew = (bits & bit) == 0;
            bits |= bit;
            return isNew;
        }
    }
}
