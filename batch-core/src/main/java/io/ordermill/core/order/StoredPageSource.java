package io.ordermill.core.order;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The store as it is. What is drawn from it is gone, whatever becomes of the page. */
@Component
class StoredPageSource implements PageSource {

    private final TakenKeys takenKeys;
    private final NumberAllocator numbers;
    private final PostingCycles postingCycles;

    StoredPageSource(TakenKeys takenKeys, NumberAllocator numbers, PostingCycles postingCycles) {
        this.takenKeys = takenKeys;
        this.numbers = numbers;
        this.postingCycles = postingCycles;
    }

    @Override
    public TakenKeys.Taken taken(PageContext context, TakenKeys.Asked asked) {
        return takenKeys.find(context.companyId(), asked);
    }

    @Override
    public List<Long> drawNumbers(PageContext context, String series, int count, Set<Long> reserved) {
        return numbers.draw(context.companyId(), series, count, reserved);
    }

    @Override
    public PostingCycles.Stock postingCycles(PageContext context) {
        return postingCycles.stock(context.companyId());
    }

    @Override
    public OptionalLong takePostingCycle(PageContext context) {
        return postingCycles.take(context.companyId());
    }
}
