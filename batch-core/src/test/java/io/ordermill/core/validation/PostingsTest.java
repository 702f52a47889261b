package io.ordermill.core.validation;

import static io.ordermill.core.testing.TestOrders.aLine;
import static io.ordermill.core.testing.TestOrders.anOrder;
import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ordermill.core.order.Posting;
import io.ordermill.core.testing.TestOrders.LineBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostingsTest extends Judging {

    @Test
    void aLineWithoutSplitMakesOneRevenueAndOneTaxPosting() {
        assertThat(accepted(anOrder().toDraft()).postings())
                .extracting(
                        Posting::lineNumber,
                        Posting::splitNumber,
                        Posting::kind,
                        Posting::account,
                        posting -> posting.amount().stripTrailingZeros().toPlainString(),
                        Posting::taxCode)
                .containsExactly(
                        tuple(1, 1, Posting.Kind.REVENUE, "3000", "50", "3N"),
                        tuple(1, 1, Posting.Kind.TAX, "3000", "12.5", "3N"));
    }

    @Test
    void lastEntryTakesWhatRoundingLeftOver() {
        assertThat(revenues(aLine().withPrice("100")
                        .withSplits(percent("33.3333"), percent("33.3333"), percent("33.3334"))))
                .containsExactly("33.33", "33.33", "33.34");
        assertThat(revenues(aLine().withPrice("0.01").withSplits(percent("50"), percent("50"))))
                .containsExactly("0.01", "0");
    }

    @Test
    void givenAmountsArePostedAsGiven() {
        assertThat(revenues(aLine().withSplits(amount("20.005"), amount("30")))).containsExactly("20.005", "30");
    }

    @Test
    void taxIsRoundedHalfUpPerEntry() {
        references.withTaxCode("3N", "12.5");

        assertThat(taxes(aLine().withPrice("0.06").withQuantity("2").withSplits(percent("50"), percent("50"))))
                .containsExactly("0.01", "0.01");
    }

    @Test
    void taxIsNothingWithoutPercent() {
        assertThat(taxes(aLine().withProduct("BARE"))).containsExactly("0");
        assertThat(taxes(aLine().withSplits("{\"taxCode\": \"0\"}"))).containsExactly("0");
    }

    @Test
    void entryComesBeforeProductAndOrder() {
        List<Posting> postings = accepted(anOrder()
                        .withJson("defaultGLAnalysis", "{\"dim1\": {\"dimValue\": \"120\"}}")
                        .withOnlyLine(aLine().withSplits("""
                                        {"percentageSplit": 50, "account": "3013", "taxCode": "0",
                                         "accounting": {"dim1": {"dimValue": ""}, "dim2": {"dimValue": "1000"}}}""", percent("50")))
                        .toDraft())
                .postings();

        assertThat(postings)
                .extracting(Posting::account, Posting::taxCode, posting -> posting.dimensions()
                        .subList(0, 3))
                .containsExactly(
                        tuple("3013", "0", asList("120", "1000", null)),
                        tuple("3013", "0", asList("120", "1000", null)),
                        tuple("3000", "3N", asList("120", null, null)),
                        tuple("3000", "3N", asList("120", null, null)));
    }

    private List<String> revenues(LineBuilder line) {
        return amounts(line, Posting.Kind.REVENUE);
    }

    private List<String> taxes(LineBuilder line) {
        return amounts(line, Posting.Kind.TAX);
    }

    private List<String> amounts(LineBuilder line, Posting.Kind kind) {
        return accepted(anOrder().withOnlyLine(line).toDraft()).postings().stream()
                .filter(posting -> posting.kind() == kind)
                .map(posting -> posting.amount().stripTrailingZeros().toPlainString())
                .toList();
    }
}
