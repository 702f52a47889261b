package io.ordermill.core.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of the store while a page is planned. It only grows, until a plan can be carried out. */
final class PageKnowledge {

    private final boolean uniqueExternalIds;
    private final Set<Long> takenNumbers = new HashSet<>();
    private final Set<String> takenExternalIds = new HashSet<>();
    private final Map<String, List<Long>> drawnNumbers = new HashMap<>();
    private final Set<String> exhaustedSeries = new HashSet<>();
    private PostingCycles.Stock postingCycles;
    private @Nullable Long postingCycle;

    PageKnowledge(boolean uniqueExternalIds, PostingCycles.Stock postingCycles) {
        this.uniqueExternalIds = uniqueExternalIds;
        this.postingCycles = postingCycles;
    }

    boolean uniqueExternalIds() {
        return uniqueExternalIds;
    }

    boolean isTaken(long number) {
        return takenNumbers.contains(number);
    }

    boolean isTaken(String externalId) {
        return takenExternalIds.contains(externalId);
    }

    List<Long> drawnNumbers(String series) {
        return drawnNumbers.getOrDefault(series, List.of());
    }

    boolean isExhausted(String series) {
        return exhaustedSeries.contains(series);
    }

    boolean outOfPostingCycles() {
        return postingCycles == PostingCycles.Stock.EXHAUSTED;
    }

    boolean needsPostingCycle() {
        return postingCycles == PostingCycles.Stock.LEFT && postingCycle == null;
    }

    /** The cycle taken for this page; null where none was, or the company uses none. */
    @Nullable
    Long postingCycle() {
        return postingCycle;
    }

    /** Returns whether anything of it is new. */
    boolean learn(TakenKeys.Taken taken) {
        boolean newNumbers = takenNumbers.addAll(taken.numbers());
        boolean newExternalIds = takenExternalIds.addAll(taken.externalIds());
        return newNumbers || newExternalIds;
    }

    void learnDrawn(String series, List<Long> numbers) {
        drawnNumbers.computeIfAbsent(series, none -> new ArrayList<>()).addAll(numbers);
    }

    void learnExhausted(String series) {
        exhaustedSeries.add(series);
    }

    /** What was taken for this page; empty where none was left. */
    void learnPostingCycle(OptionalLong taken) {
        if (taken.isPresent()) {
            postingCycle = taken.getAsLong();
        } else {
            postingCycles = PostingCycles.Stock.EXHAUSTED;
        }
    }
}
