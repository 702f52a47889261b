package io.ordermill.core.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.order.ErrorCode;
import io.ordermill.core.order.OrderError;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorTallyTest {

    @Test
    void countsFrequentErrorsExactlyHoweverManyRareOnesThereAre() {
        ErrorTally tally = new ErrorTally(30);

        pass(tally);
        assertThat(tally.needsRecount()).isTrue();
        tally.beginRecount();
        pass(tally);

        assertThat(tally.needsRecount()).isFalse();
        ErrorSummary summary = tally.summary(2);
        assertThat(summary.hasMore()).isTrue();
        assertThat(summary.groups())
                .containsExactly(
                        new ErrorSummary.Group(ErrorCode.REQUIRED, "often", 1_000, 0),
                        new ErrorSummary.Group(ErrorCode.REQUIRED, "at times", 100, 7));
    }

    @Test
    void saysThatThereAreMoreAlsoWhereAllThatIsLeftIsShown() {
        ErrorTally tally = new ErrorTally(3);

        pass(tally);

        assertThat(tally.summary(100).hasMore()).isTrue();
    }

    @Test
    void needsNoRecountWhereNothingWasForgotten() {
        ErrorTally tally = new ErrorTally(3);

        tally.add(4, List.of(error("one"), error("two"), error("one")));

        assertThat(tally.needsRecount()).isFalse();
        assertThat(tally.summary(2).hasMore()).isFalse();
        assertThat(tally.summary(2).groups())
                .containsExactly(
                        new ErrorSummary.Group(ErrorCode.REQUIRED, "one", 2, 4),
                        new ErrorSummary.Group(ErrorCode.REQUIRED, "two", 1, 4));
    }

    private static void pass(ErrorTally tally) {
        for (int item = 0; item < 1_000; item++) {
            tally.add(item, List.of(error("often"), error("once " + item)));
            if (item % 10 == 7) {
                tally.add(item, List.of(error("at times")));
            }
        }
    }

    private static OrderError error(String message) {
        return OrderError.of(ErrorCode.REQUIRED, "", message);
    }
}
