package io.ordermill.core.validation;

import static io.ordermill.core.testing.TestOrders.aLine;
import static io.ordermill.core.testing.TestOrders.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitsTest extends Judging {

    @ParameterizedTest
    @CsvSource({"100, true", "99.9999, false", "0, false"})
    void percentageOfASingleEntryIsAHundred(String percent, boolean accepted) {
        assertThat(errors(aLine().withSplits("{\"percentageSplit\": %s}".formatted(percent))))
                .isEqualTo(accepted ? List.of() : List.of("SPLIT_MISMATCH /orderLines/0/glAnalysis"));
    }

    @ParameterizedTest
    @CsvSource({"33.3333, 33.3333, 33.3334, true", "33.3333, 33.3333, 33.3333, false", "50, 50, 0, true"})
    void percentagesAddUpToExactlyAHundred(String one, String two, String three, boolean accepted) {
        assertThat(errors(aLine().withSplits(percent(one), percent(two), percent(three))))
                .isEqualTo(accepted ? List.of() : List.of("SPLIT_MISMATCH /orderLines/0/glAnalysis"));
    }

    @Test
    void percentagesAreOutOfRangeOneByOne() {
        assertThat(errors(aLine().withSplits(percent("100.5"), percent("-0.5"))))
                .containsExactly(
                        "OUT_OF_RANGE /orderLines/0/glAnalysis/0/percentageSplit",
                        "OUT_OF_RANGE /orderLines/0/glAnalysis/1/percentageSplit");
    }

    @ParameterizedTest
    @CsvSource({"20, 29.98, false", "20, 29.99, true", "20, 30.01, true", "20, 30.02, false", "-10, 60, true"})
    void amountsAddUpToTheLineWithinOneMinorUnit(String one, String two, boolean accepted) {
        assertThat(errors(aLine().withSplits(amount(one), amount(two))))
                .isEqualTo(accepted ? List.of() : List.of("AMOUNT_MISMATCH /orderLines/0/glAnalysis"));
    }

    @Test
    void eachOfSeveralEntriesSaysItsShare() {
        assertThat(errors(aLine().withSplits("{}", "{}"))).containsExactly("SPLIT_MISMATCH /orderLines/0/glAnalysis");
        assertThat(errors(aLine().withSplits(percent("100"), "{}")))
                .containsExactly("SPLIT_MISMATCH /orderLines/0/glAnalysis");
        assertThat(errors(aLine().withSplits(percent("50"), amount("25"))))
                .containsExactly("SPLIT_MISMATCH /orderLines/0/glAnalysis", "AMOUNT_MISMATCH /orderLines/0/glAnalysis");
    }

    @Test
    void aSingleEntryNeedsNoShare() {
        accepted(anOrder().withOnlyLine(aLine().withSplits("{}")).toDraft());
    }

    @Test
    void staysSilentWhereAShareCouldNotBeRead() {
        assertThat(errors(aLine().withSplits(percent("\"50\""), percent("50"))))
                .containsExactly("WRONG_TYPE /orderLines/0/glAnalysis/0/percentageSplit");
    }

    @Test
    void amountsOfAGivenLineAmountAreComparedWithIt() {
        assertThat(errors(aLine().withCurrencyAmount("50.01").withSplits(amount("50.02"))))
                .isEmpty();
        assertThat(errors(aLine().withCurrencyAmount("50.01").withSplits(amount("49.99"))))
                .containsExactly("AMOUNT_MISMATCH /orderLines/0/glAnalysis");
    }
}
