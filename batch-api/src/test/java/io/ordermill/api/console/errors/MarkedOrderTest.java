package io.ordermill.api.console.errors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.console.errors.MarkedOrder.Gap;
import io.ordermill.api.console.errors.MarkedOrder.Line;
import io.ordermill.api.console.errors.MarkedOrder.MarkedError;
import io.ordermill.core.order.ErrorCode;
import io.ordermill.core.order.OrderError;
import io.ordermill.core.outcome.FailedItem;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MarkedOrderTest {

    @Test
    void marksTheMemberThatAnErrorPointsTo() {
        MarkedOrder order = marked(
                "{\"customerId\":\"9\",\"orderLines\":[{\"quantity\":0}]}", "/orderLines/0/quantity", "/customerId");

        assertThat(markedLines(order)).containsExactly("2 [2]", "5 [1]");
        assertThat(order.errors()).extracting(MarkedError::line).containsExactly(5, 2);
        assertThat(order.errors()).noneMatch(MarkedError::isElsewhere);
    }

    @Test
    void marksTheNearestPlaceOfWhatIsMissing() {
        MarkedOrder order = marked("{\"orderLines\":[{\"a\":1}]}", "/orderLines/0/product/code", "/salesPerson", "");

        assertThat(markedLines(order)).containsExactly("1 [2, 3]", "3 [1]");
        assertThat(order.errors()).extracting(MarkedError::isElsewhere).containsExactly(true, true, false);
    }

    @Test
    void marksBothOfAMemberThatStandsTwice() {
        MarkedOrder order = marked("{\"notes\":\"a\",\"period\":1,\"notes\":\"b\"}", "/notes");

        assertThat(markedLines(order)).containsExactly("2 [1]", "4 [1]");
    }

    @Test
    void doesNotTakeAMemberForOneWhoseNameBeginsAlike() {
        MarkedOrder order = marked("{\"order\":{\"a\":1},\"orderLines\":[]}", "/orderLinesX");

        assertThat(markedLines(order)).containsExactly("1 [1]");
    }

    @Test
    void showsOfAVeryLongOrderWhatIsAroundItsErrors() {
        String lines =
                IntStream.range(0, 5_000).mapToObj(i -> "{\"q\":" + i + "}").collect(joining(","));

        MarkedOrder order = marked("{\"orderLines\":[" + lines + "]}", "/orderLines/3000/q");

        assertThat(order.rows()).hasSizeLessThan(30);
        assertThat(markedLines(order)).containsExactly((2 + 3 * 3_000 + 2) + " [1]");
        int shown = (int) order.rows().stream().filter(Line.class::isInstance).count();
        int hidden = order.rows().stream()
                .flatMap(row -> row instanceof Gap gap ? Stream.of(gap.lines()) : Stream.empty())
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(shown + hidden).isEqualTo(2 + 3 * 5_000 + 2);
    }

    private static List<String> markedLines(MarkedOrder order) {
        return order.rows().stream()
                .flatMap(row -> row instanceof Line line && line.isMarked() ? Stream.of(line) : Stream.empty())
                .map(line -> line.line().number() + " " + line.errors())
                .toList();
    }

    private static MarkedOrder marked(String json, String... pointers) {
        List<OrderError> errors = Stream.of(pointers)
                .map(pointer -> OrderError.of(ErrorCode.OUT_OF_RANGE, pointer, "Wrong."))
                .toList();
        return MarkedOrder.of(new FailedItem(0, json.getBytes(UTF_8), true, errors));
    }
}
