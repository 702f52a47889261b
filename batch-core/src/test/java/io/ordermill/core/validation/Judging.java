package io.ordermill.core.validation;

import static io.ordermill.core.testing.TestOrders.anOrder;
import static io.ordermill.core.testing.TestOrders.draft;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.order.DraftOrder;
import io.ordermill.core.order.Judgement;
import io.ordermill.core.order.OrderError;
import io.ordermill.core.order.OrderLine;
import io.ordermill.core.order.ValidOrder;
import io.ordermill.core.testing.FixedReferences;
import io.ordermill.core.testing.TestOrders.LineBuilder;
import io.ordermill.core.testing.TestOrders.OrderBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** What the tests of the rules have in common. Today is 29 April 2026. */
abstract class Judging {

    static final OrderLimits LIMITS =
            new OrderLimits(new OrderLimits.WithWorkflow(12, 37_000), new OrderLimits.SkipWorkflow(1_000, 1_550_000));

    final FixedReferences references = FixedReferences.likeTheSeed();
    Clock clock = Clock.fixed(Instant.parse("2026-04-29T10:00:00Z"), ZoneId.systemDefault());
    boolean skipWorkflow;

    final OrderValidator validator() {
        return new OrderValidator(LIMITS, new OrderSettings(List.of("N")), clock);
    }

    /** Only keys the validator asked for are resolved, so that a rule which asks for another one fails. */
    final Judgement judge(DraftOrder draft) {
        return validator().judge(draft, references.resolving(validator().references(draft)), skipWorkflow);
    }

    final ValidOrder accepted(DraftOrder draft) {
        Judgement judgement = judge(draft);
        assertThat(judgement).isInstanceOf(Judgement.Accepted.class);
        return ((Judgement.Accepted) judgement).order();
    }

    final OrderLine line(LineBuilder line) {
        return accepted(anOrder().withOnlyLine(line).toDraft())
                .order()
                .orderLines()
                .get(0);
    }

    final List<OrderError> refused(DraftOrder draft) {
        Judgement judgement = judge(draft);
        assertThat(judgement).isInstanceOf(Judgement.Refused.class);
        return ((Judgement.Refused) judgement).errors();
    }

    /** As «CODE /pointer»; none where the order is accepted. */
    final List<String> errors(OrderBuilder order) {
        return judge(order.toDraft()) instanceof Judgement.Refused refused
                ? refused.errors().stream()
                        .map(error -> error.code() + " " + error.pointer())
                        .toList()
                : List.of();
    }

    final List<String> errors(LineBuilder line) {
        return errors(anOrder().withOnlyLine(line));
    }

    static String percent(String number) {
        return "{\"percentageSplit\": %s}".formatted(number);
    }

    static String amount(String number) {
        return "{\"amount\": %s}".formatted(number);
    }
}
