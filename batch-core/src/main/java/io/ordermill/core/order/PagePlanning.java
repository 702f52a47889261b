package io.ordermill.core.order;

import static java.util.stream.Collectors.toCollection;

import io.ordermill.core.order.PagePlan.Numbered;
import io.ordermill.core.order.TakenKeys.Asked;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** Plans a page: looks, draws numbers and takes a posting cycle until the plan can be carried out. */
final class PagePlanning {

    private final PageSource source;

    PagePlanning(PageSource source) {
        this.source = source;
    }

    /** What can be known before anything is drawn. */
    PageKnowledge look(PageContext context, List<PreparedItem> items, CompanyHold.Switches company) {
        PageKnowledge known = new PageKnowledge(
                company.uniqueExternalIds(),
                company.usesPostingCycles() ? source.postingCycles(context) : PostingCycles.Stock.UNUSED);
        known.learn(source.taken(context, Asked.of(items, Set.of(), company.uniqueExternalIds())));
        return known;
    }

    PagePlan plan(PageContext context, List<PreparedItem> items, PageKnowledge known) {
        PagePlan plan = PagePlanner.plan(context, items, known);
        while (!plan.isComplete()) {
            drawMissing(context, plan, known);
            plan = PagePlanner.plan(context, items, known);
        }
        if (plan.admitted().isEmpty() || !known.needsPostingCycle()) {
            return plan;
        }
        OptionalLong cycle = source.takePostingCycle(context);
        known.learnPostingCycle(cycle);
        return cycle.isPresent() ? plan : PagePlanner.plan(context, items, known);
    }

    private void drawMissing(PageContext context, PagePlan plan, PageKnowledge known) {
        Set<Long> reserved = numbers(plan);
        new TreeMap<>(plan.missingNumbers()).forEach((series, count) -> {
            List<Long> drawn = source.drawNumbers(context, series, count, reserved);
            known.learnDrawn(series, drawn);
            reserved.addAll(drawn);
            if (drawn.size() < count) {
                known.learnExhausted(series);
            }
        });
    }

    /** Looks again after another page was faster with a key of this plan. */
    void lookAgain(PageContext context, List<PreparedItem> items, PagePlan plan, PageKnowledge known) {
        if (!known.learn(source.taken(context, Asked.of(items, numbers(plan), known.uniqueExternalIds())))) {
            throw new IllegalStateException("headers were refused, but none of their keys is taken");
        }
    }

    private static Set<Long> numbers(PagePlan plan) {
        return plan.admitted().stream().map(Numbered::number).collect(toCollection(HashSet::new));
    }
}
