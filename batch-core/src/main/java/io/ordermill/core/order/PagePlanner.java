package io.ordermill.core.order;

import io.ordermill.core.order.PageOutcome.RefusedItem;
import io.ordermill.core.order.PagePlan.Numbered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes a plan for a page: pure, from what is known of the store, item by item in file order, so that an order is judged
 * against those before it that are to be saved and no others. Used once.
 */
final class PagePlanner {

    private final PageContext context;
    private final PageKnowledge known;
    private final RowAdmission admission;
    private final Set<Long> numbers = new HashSet<>();
    private final Set<String> externalIds = new HashSet<>();
    private final List<Numbered> admitted = new ArrayList<>();
    private final List<RefusedItem> refused = new ArrayList<>();
    private final Map<String, Integer> missing = new TreeMap<>();

    /** Where the drawn numbers of a series begin that may still be free. */
    private final Map<String, Integer> nextDrawn = new HashMap<>();

    private PagePlanner(PageContext context, PageKnowledge known) {
        this.context = context;
        this.known = known;
        this.admission = new RowAdmission(context.itemLimit(), context.itemsAdmitted());
    }

    static PagePlan plan(PageContext context, List<PreparedItem> items, PageKnowledge known) {
        PagePlanner planner = new PagePlanner(context, known);
        items.forEach(planner::place);
        return new PagePlan(planner.admitted, planner.refused, planner.missing, planner.admission.itemsAdmitted());
    }

    private void place(PreparedItem item) {
        Judgement judgement = item.judged().judgement();
        if (judgement instanceof Judgement.Accepted accepted) {
            place(item, accepted.order());
        } else if (judgement instanceof Judgement.Refused judged) {
            List<OrderError> errors = new ArrayList<>(judged.errors());
            if (judged.keys() != null) {
                errors.addAll(keysInUse(judged.keys()));
            }
            refuse(item, errors.subList(0, Math.min(errors.size(), OrderError.MAX_PER_ORDER)));
        }
    }

    private void place(PreparedItem item, ValidOrder order) {
        List<OrderError> errors = keysInUse(OrderKeys.of(order.order()));
        Long number = number(order);
        if (!errors.isEmpty()) {
            refuse(item, errors);
        } else if (known.outOfPostingCycles()) {
            refuse(item, List.of(PageErrors.noPostingCycle(context.companyId())));
        } else if (number == null && known.isExhausted(order.numberSeries())) {
            refuse(item, List.of(PageErrors.seriesExhausted(order.numberSeries())));
        } else if (!admission.admit(order.databaseItems())) {
            refuse(item, List.of(PageErrors.rowLimitExceeded(context.itemLimit())));
        } else {
            admit(item, order, number);
        }
    }

    private void admit(PreparedItem item, ValidOrder order, @Nullable Long number) {
        String externalId = watchedExternalId(OrderKeys.of(order.order()));
        if (externalId != null) {
            externalIds.add(externalId);
        }
        if (number == null) {
            missing.merge(order.numberSeries(), 1, Integer::sum);
        } else {
            numbers.add(number);
            admitted.add(new Numbered(item, order, number));
        }
    }

    private void refuse(PreparedItem item, List<OrderError> errors) {
        refused.add(new RefusedItem(item.judged(), List.copyOf(errors)));
    }

    /** The given number or the next drawn one; null where one is still to be drawn. */
    private @Nullable Long number(ValidOrder order) {
        Long given = order.order().orderNumber();
        return given != null ? given : drawn(order.numberSeries());
    }

    private @Nullable Long drawn(String series) {
        List<Long> drawn = known.drawnNumbers(series);
        int next = nextDrawn.getOrDefault(series, 0);
        while (next < drawn.size() && isInUse(drawn.get(next))) {
            next++;
        }
        nextDrawn.put(series, next);
        return next < drawn.size() ? drawn.get(next) : null;
    }

    private List<OrderError> keysInUse(OrderKeys keys) {
        List<OrderError> errors = new ArrayList<>();
        Long number = keys.orderNumber();
        if (number != null && isInUse(number)) {
            errors.add(PageErrors.numberInUse(number));
        }
        String externalId = watchedExternalId(keys);
        if (externalId != null && (known.isTaken(externalId) || externalIds.contains(externalId))) {
            errors.add(PageErrors.externalIdInUse(externalId));
        }
        return errors;
    }

    private boolean isInUse(Long number) {
        return known.isTaken(number) || numbers.contains(number);
    }

    /** The external id, where the company wants it unique. */
    private @Nullable String watchedExternalId(OrderKeys keys) {
        return known.uniqueExternalIds() ? keys.externalOrderId() : null;
    }
}
