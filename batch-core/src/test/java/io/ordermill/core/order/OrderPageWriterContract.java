package io.ordermill.core.order;

import static io.ordermill.core.testing.TestOrders.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordermill.core.file.ItemBytes;
import io.ordermill.core.testing.TestDatabase;
import io.ordermill.core.testing.TestOrders.OrderBuilder;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;

abstract class OrderPageWriterContract extends PageContract {

    OrderPageWriterContract(TestDatabase database) {
        super(database);
    }

    @Test
    void assignsNumbersInFileOrder() {
        String company = companyWithSeries();

        PageOutcome first = write(company, automatic(), automatic().withUnknownCustomer(), automatic());
        PageOutcome second = write(company, automatic());

        assertThat(savedIndexes(first)).containsExactly(0, 2);
        assertThat(numbers(first)).as("a refused order spends no number").containsExactly(1L, 2L);
        assertThat(numbers(second)).containsExactly(3L);
        assertThat(first.itemsAdmitted()).isEqualTo(8);
    }

    @Test
    void takesGivenNumbersAndAssignsTheOthersAroundThem() {
        String company = companyWithSeries();

        PageOutcome outcome = write(
                company,
                anOrder(),
                anOrder().withOrderNumber(2),
                anOrder(),
                anOrder().withOrderNumber(1_000),
                anOrder());

        assertThat(numbers(outcome)).containsExactly(1L, 2L, 3L, 1_000L, 4L);
        assertThat(outcome.refused()).isEmpty();
    }

    @Test
    void numbersEveryTransactionTypeByItsOwnSeries() {
        String company = newCompany();
        series(company, "SO", "either", 100, 999);
        series(company, "SA", "automatic", 5_000, 5_999);

        PageOutcome outcome = write(company, anOrder(), automatic(), anOrder(), automatic());

        assertThat(numbers(outcome)).containsExactly(100L, 5_000L, 101L, 5_001L);
    }

    @Test
    void skipsNumbersThatAreTaken() {
        String company = companyWithSeries();
        write(company, manual(2), manual(3), manual(5));

        assertThat(numbers(write(company, automatic(), automatic(), automatic())))
                .containsExactly(1L, 4L, 6L);
        assertThat(numbers(write(company, automatic()))).containsExactly(7L);
    }

    @Test
    void skipsALongStretchOfTakenNumbers() {
        String company = companyWithSeries();
        List<Object[]> taken = LongStream.rangeClosed(1, 5_000)
                .mapToObj(number -> new Object[] {-number, company, number})
                .toList();
        template.batchUpdate("""
                insert into sales_order (
                    order_id, company_id, order_number, line_count, total_amount, saved_at, customer_id, currency_code,
                    order_date, period, responsible, sales_person, transaction_type, has_delivery_information,
                    has_invoicing)
                values (?, ?, ?, 0, 0, current_timestamp, 'c', 'EUR', current_date, 202601, 'r', 's', 't', false, false)""", taken);

        assertThat(numbers(write(company, automatic(), automatic()))).containsExactly(5_001L, 5_002L);
    }

    @Test
    void refusesANumberThatIsTaken() {
        String company = companyWithSeries();
        write(company, manual(1));

        PageOutcome outcome = write(company, manual(1), manual(2));

        assertThat(savedIndexes(outcome)).containsExactly(1);
        assertThat(outcome.refused().get(0).errors())
                .containsExactly(
                        new OrderError(ErrorCode.ORDER_NUMBER_IN_USE, "/orderNumber", "Order number in use !", "1"));
    }

    @Test
    void letsTheEarlierOfTwoOrdersOfAPageHaveTheNumber() {
        PageOutcome outcome = write(companyWithSeries(), manual(1), manual(1), manual(1));

        assertThat(savedIndexes(outcome)).containsExactly(0);
        assertThat(refusals(outcome)).containsExactly("1 ORDER_NUMBER_IN_USE", "2 ORDER_NUMBER_IN_USE");
    }

    @Test
    void tellsAnOrderThatIsRefusedAnywayOfItsTakenNumber() {
        String company = companyWithSeries();
        wantUniqueExternalIds(company);
        write(company, manual(1).withExternalOrderId("X"));

        PageOutcome outcome = write(
                company,
                manual(1).withUnknownCustomer().withExternalOrderId("X"),
                manual(2).withUnknownCustomer(),
                manual(2),
                manual(2).withUnknownCustomer());

        assertThat(savedIndexes(outcome)).containsExactly(2);
        assertThat(refusals(outcome))
                .containsExactly(
                        "0 UNKNOWN_CUSTOMER,ORDER_NUMBER_IN_USE,EXTERNAL_ORDER_ID_IN_USE",
                        "1 UNKNOWN_CUSTOMER",
                        "3 UNKNOWN_CUSTOMER,ORDER_NUMBER_IN_USE");
    }

    @Test
    void keepsAtMostAHundredErrorsOfAnOrder() {
        String company = companyWithSeries();
        write(company, manual(1));
        List<OrderError> errors = Collections.nCopies(
                OrderError.MAX_PER_ORDER, OrderError.of(ErrorCode.REQUIRED, "/customerId", "Required."));
        JudgedItem full = new JudgedItem(
                0, ItemBytes.of(new byte[] {'{', '}'}), new Judgement.Refused(new OrderKeys(1L, null), errors));

        assertThat(write(batch(company), List.of(full)).refused().get(0).errors())
                .isEqualTo(errors);
    }

    @Test
    void passesOnAnItemThatIsNoOrder() {
        List<OrderError> errors = List.of(OrderError.of(ErrorCode.NOT_AN_OBJECT, "", "Not an object."));
        JudgedItem item = new JudgedItem(0, ItemBytes.of(new byte[] {'1'}), new Judgement.Refused(null, errors));

        PageOutcome outcome = write(batch(companyWithSeries()), List.of(item));

        assertThat(outcome.saved()).isEmpty();
        assertThat(outcome.refused()).containsExactly(new PageOutcome.RefusedItem(item, errors));
    }

    @Test
    void ignoresExternalIdsWhereTheyNeedNotBeUnique() {
        String company = companyWithSeries();

        write(company, manual(1).withExternalOrderId("X"));
        PageOutcome outcome =
                write(company, manual(2).withExternalOrderId("X"), manual(3).withExternalOrderId("X"));

        assertThat(outcome.refused()).isEmpty();
    }

    @Test
    void refusesAnExternalIdThatIsTakenWhereItMustBeUnique() {
        String company = companyWithSeries();
        wantUniqueExternalIds(company);
        write(company, manual(1).withExternalOrderId("X"), manual(2).withExternalOrderId(""), manual(3));

        PageOutcome outcome = write(
                company,
                manual(4).withExternalOrderId("X"),
                manual(5).withExternalOrderId("Y"),
                manual(6).withExternalOrderId("Y"),
                manual(7).withExternalOrderId(""),
                manual(8).withExternalOrderId("x"));

        assertThat(savedIndexes(outcome)).containsExactly(1, 3, 4);
        assertThat(refusals(outcome)).containsExactly("0 EXTERNAL_ORDER_ID_IN_USE", "2 EXTERNAL_ORDER_ID_IN_USE");
        assertThat(outcome.refused().get(0).errors().get(0).pointer()).isEqualTo("/externalOrderId");
    }

    @Test
    void admitsOrdersUpToTheLimitExactly() {
        PageOutcome outcome = write(
                limited(companyWithSeries(), 17, 7),
                judged(automatic().withLines(2), automatic().withLines(1)));

        assertThat(savedIndexes(outcome)).containsExactly(0);
        assertThat(outcome.itemsAdmitted()).isEqualTo(14);

        outcome = write(
                limited(companyWithSeries(), 18, 7),
                judged(automatic().withLines(2), automatic().withLines(1)));

        assertThat(savedIndexes(outcome)).containsExactly(0, 1);
        assertThat(outcome.itemsAdmitted()).isEqualTo(18);
    }

    @Test
    void refusesTheOrderThatExceedsTheLimitAndAdmitsASmallerOneAfterIt() {
        PageOutcome outcome = write(
                limited(companyWithSeries(), 37_000, 36_990),
                judged(
                        automatic(),
                        automatic().withLines(2),
                        automatic().withUnknownCustomer(),
                        automatic(),
                        automatic()));

        assertThat(savedIndexes(outcome)).containsExactly(0, 3);
        assertThat(numbers(outcome)).as("a refused order spends no number").containsExactly(1L, 2L);
        assertThat(refusals(outcome))
                .containsExactly("1 ROW_LIMIT_EXCEEDED", "2 UNKNOWN_CUSTOMER", "4 ROW_LIMIT_EXCEEDED");
        assertThat(outcome.refused().get(0).errors())
                .containsExactly(OrderError.of(
                        ErrorCode.ROW_LIMIT_EXCEEDED,
                        "",
                        "The number of items to be saved will exceed the maximum allowed limit of 37000."));
        assertThat(outcome.itemsAdmitted()).isEqualTo(36_998);
    }

    @Test
    void leavesTheNumberOfAnOrderOverTheLimitToALaterOne() {
        PageOutcome outcome =
                write(limited(companyWithSeries(), 5, 0), judged(manual(1).withLines(2), manual(1)));

        assertThat(savedIndexes(outcome)).containsExactly(1);
        assertThat(refusals(outcome)).containsExactly("0 ROW_LIMIT_EXCEEDED");
    }

    @Test
    void refusesWhatASeriesHasNoNumberForAndLeavesItsRoomToOthers() {
        String company = newCompany();
        series(company, "SA", "automatic", 1, 2);
        series(company, "SM", "manual", 1, 100);

        PageOutcome outcome =
                write(limited(company, 12, 0), judged(automatic(), automatic(), automatic(), automatic(), manual(50)));

        assertThat(savedIndexes(outcome)).containsExactly(0, 1, 4);
        assertThat(refusals(outcome)).containsExactly("2 NUMBER_SERIES_EXHAUSTED", "3 NUMBER_SERIES_EXHAUSTED");
        assertThat(outcome.itemsAdmitted()).isEqualTo(12);
        assertThat(refusals(write(company, automatic()))).containsExactly("0 NUMBER_SERIES_EXHAUSTED");
    }

    @Test
    void takesOnePostingCycleForAPage() {
        String company = companyWithSeries();
        cycles(company, 10, 11);
        cycles(company, 20, 29);

        write(company, automatic(), automatic());
        write(company, automatic().withUnknownCustomer());
        write(company, automatic());
        write(company, automatic());

        assertThat(cyclesByNumber(company)).containsExactly(10L, 10L, 11L, 20L);
    }

    @Test
    void takesNoPostingCycleWhereTheCompanyUsesNone() {
        String company = companyWithSeries();

        write(company, automatic());

        assertThat(cyclesByNumber(company)).containsExactly((Long) null);
    }

    @Test
    void refusesEveryOrderOnceNoPostingCycleIsLeft() {
        String company = companyWithSeries();
        cycles(company, 1, 1);
        write(company, automatic());

        PageOutcome outcome = write(
                limited(company, 5, 0),
                judged(
                        automatic(),
                        manual(1),
                        manual(2),
                        automatic().withUnknownCustomer(),
                        automatic().withLines(9)));

        assertThat(outcome.saved()).isEmpty();
        assertThat(outcome.itemsAdmitted()).isZero();
        assertThat(refusals(outcome))
                .containsExactly(
                        "0 NO_POSTING_CYCLE",
                        "1 ORDER_NUMBER_IN_USE",
                        "2 NO_POSTING_CYCLE",
                        "3 UNKNOWN_CUSTOMER",
                        "4 NO_POSTING_CYCLE");
        cycles(company, 2, 2);
        assertThat(numbers(write(company, automatic())))
                .as("the orders that were refused spent no number")
                .containsExactly(2L);
    }

    @Test
    void takesNoPostingCycleTwiceThoughRangesOverlap() {
        String company = companyWithSeries();
        cycles(company, 1, 3);
        write(company, automatic());
        cycles(company, 2, 4);
        IntStream.range(0, 3).forEach(i -> write(company, automatic()));

        assertThat(cyclesByNumber(company)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(refusals(write(company, automatic()))).containsExactly("0 NO_POSTING_CYCLE");
    }

    @Test
    void leavesNothingBehindWhenThePageRollsBack() {
        String company = companyWithSeries();

        transaction.executeWithoutResult(status -> {
            writer.write(
                    new PageContext(company, null, false, LIMIT, 0),
                    prepared(anOrder().withOrderNumber(900_001), automatic()));
            status.setRollbackOnly();
        });

        assertThat(savedNumbers(company)).isEmpty();
        assertThat(store.postings(company, 900_001)).isEmpty();
        assertThat(orphans("sales_order_line") + orphans("gl_posting") + orphans("workflow_task"))
                .isZero();
        assertThat(write(company, anOrder().withOrderNumber(900_001)).refused()).isEmpty();
    }

    @Test
    void savesNothingOutsideATransaction() {
        String company = companyWithSeries();

        assertThatThrownBy(() -> writer.write(batch(company), prepared(automatic())))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void refusesAPageThatIsTooLong() {
        String company = companyWithSeries();
        List<JudgedItem> items = judged(
                IntStream.range(0, 101).mapToObj(i -> automatic().toJson()).toList());

        assertThatThrownBy(() -> write(batch(company), items)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesAnEmptyPage() {
        PageOutcome outcome = write(limited(companyWithSeries(), LIMIT, 12), List.of());

        assertThat(outcome).isEqualTo(new PageOutcome(List.of(), List.of(), 12));
    }

    @Test
    void takesNoMoreStatementsForAHundredOrdersThanForTen() {
        String company = companyWithSeries();
        wantUniqueExternalIds(company);
        cycles(company, 1, 1_000);
        write(company, manual(1).withExternalOrderId("X-1"));

        int forTen = statementsFor(company, mixedPage(100, 10));
        int forHundred = statementsFor(company, mixedPage(1_000, 100));

        assertThat(forHundred)
                .as(() -> String.join("\n", dataSource.statements()))
                .isEqualTo(forTen)
                .isLessThanOrEqualTo(20);
    }

    private int statementsFor(String company, List<JudgedItem> page) {
        PageContext context = new PageContext(company, null, false, LIMIT, 0);
        dataSource.reset();
        write(context, page);
        return dataSource.statements().size();
    }

    /** Given and missing numbers of two series, and each fifth order refused. */
    private static List<JudgedItem> mixedPage(int from, int size) {
        return judged(IntStream.range(0, size)
                .mapToObj(i -> mixed(i, from + i)
                        .withExternalOrderId("Y-" + (from + i))
                        .withLines(2)
                        .toJson())
                .toList());
    }

    private static OrderBuilder mixed(int index, long number) {
        return switch (index % 5) {
            case 0 -> automatic();
            case 1 -> anOrder();
            case 2 -> manual(1);
            default -> manual(number);
        };
    }

    private List<Long> cyclesByNumber(String company) {
        return jdbc.sql("select posting_cycle from sales_order where company_id = ? order by order_number")
                .param(company)
                .query((row, number) -> row.getObject(1, Long.class))
                .list();
    }

    private int orphans(String table) {
        return jdbc.sql("select count(*) from " + table + " where order_id not in (select order_id from sales_order)")
                .query(Integer.class)
                .single();
    }

    static OrderBuilder automatic() {
        return anOrder().withTransactionType("SA");
    }

    static OrderBuilder manual(long number) {
        return anOrder().withTransactionType("SM").withOrderNumber(number);
    }
}
