package io.ordermill.core.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AscendingIndexesTest {

    private final List<Integer> asked = new ArrayList<>();

    @Test
    void findsEveryIndexOverAllPages() {
        AscendingIndexes indexes = over(0, 1, 5, 6, 9);

        assertThat(IntStream.range(0, 12).filter(indexes::contains)).containsExactly(0, 1, 5, 6, 9);
        assertThat(asked).containsExactly(-1, 1, 6, 9);
    }

    @Test
    void mayBeAskedForTheSameIndexAgain() {
        AscendingIndexes indexes = over(3);

        assertThat(indexes.contains(3)).isTrue();
        assertThat(indexes.contains(3)).isTrue();
        assertThat(indexes.contains(4)).isFalse();
        assertThat(indexes.contains(4)).isFalse();
    }

    /** Two to a page, whatever is asked for. */
    private AscendingIndexes over(int... all) {
        return new AscendingIndexes((after, limit) -> {
            asked.add(after);
            return IntStream.of(all)
                    .filter(index -> index > after)
                    .limit(2)
                    .boxed()
                    .toList();
        });
    }
}
