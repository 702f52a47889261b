package io.ordermill.core.order;

import static io.ordermill.core.testing.TestOrders.aLine;
import static io.ordermill.core.testing.TestOrders.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.order.Judgement.Accepted;
import io.ordermill.core.testing.TestDatabase;
import io.ordermill.core.testing.TestOrders;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class OrderStoreContract extends PageContract {

    private static final RecursiveComparisonConfiguration BY_VALUE = RecursiveComparisonConfiguration.builder()
            .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
            .withStrictTypeChecking(true)
            .build();

    OrderStoreContract(TestDatabase database) {
        super(database);
    }

    @Test
    void givesBackEveryMemberOfTheCompleteExample() {
        String company = companyWithSeries();
        String example = TestOrders.completeExample().strip();
        List<JudgedItem> items = judged(List.of(example.substring(1, example.length() - 1)));

        write(batch(company), items);

        assertThat(store.find(company, 21990055))
                .get()
                .isEqualTo(accepted(items.get(0)).order());
    }

    @Test
    void givesBackWhatWasFilledInForAnOrderOfFewMembers() {
        String company = companyWithSeries();
        List<JudgedItem> items = judged(anOrder().withOrderNumber(7));

        write(batch(company), items);

        SalesOrder found = store.find(company, 7).orElseThrow();
        assertThat(found)
                .usingRecursiveComparison(BY_VALUE)
                .isEqualTo(accepted(items.get(0)).order());
        assertThat(found.currencyCode()).isEqualTo("GBP");
        assertThat(found.deliveryInformation()).isNull();
        assertThat(found.invoicing()).isNull();
        assertThat(found.defaultGLAnalysis()).isNull();
        assertThat(found.orderLines().get(0).glAnalysis()).isNull();
    }

    @Test
    void tellsAnEmptyGroupFromNone() {
        String company = companyWithSeries();
        write(
                company,
                anOrder()
                        .withOrderNumber(8)
                        .withJson("deliveryInformation", "{}")
                        .withJson("invoicing", "{}")
                        .withJson("defaultGLAnalysis", "{}"));

        SalesOrder found = store.find(company, 8).orElseThrow();
        assertThat(found.deliveryInformation()).isNotNull();
        assertThat(found.invoicing()).isNotNull();
        assertThat(found.defaultGLAnalysis()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "it's \"quoted\"",
                "tab\there",
                "back\\slash \\N \\. \\t",
                "line\r\nfeed\nand\rreturn",
                "😀 grüße 漢字 \u00a0 \u2028 \ufeff",
                "\b\f\u000b\u0001\u007f",
                "\\.",
                " blanks "
            })
    void givesBackEveryCharacterOfATextAsItWas(String text) {
        String company = companyWithSeries();
        write(
                company,
                anOrder()
                        .withOrderNumber(9)
                        .with("notes", text)
                        .withOnlyLine(aLine().with("productText", text).with("productDescription", text)));

        SalesOrder found = store.find(company, 9).orElseThrow();
        assertThat(found.notes()).isEqualTo(text);
        assertThat(found.orderLines().get(0).productText()).isEqualTo(text);
        assertThat(found.orderLines().get(0).productDescription()).isEqualTo(text);
        assertThat(found.accountable()).isNull();
        assertThat(found.orderLines().get(0).accountingTemplate()).isNull();
    }

    @Test
    void keepsEveryDigitOfTheLargestAndSmallestDecimals() {
        String company = companyWithSeries();
        write(
                company,
                anOrder()
                        .withOrderNumber(10)
                        .withLine(aLine().withPrice("0.000001").withQuantity("999999999999.999999"))
                        .withLine(aLine().withPrice("0")
                                .withQuantity("0.000001")
                                .withJson("lineDiscountPercent", "99.9999")));

        List<OrderLine> lines = store.find(company, 10).orElseThrow().orderLines();
        assertThat(lines.get(1).price()).isEqualTo(new BigDecimal("0.000001"));
        assertThat(lines.get(1).quantity()).isEqualTo(new BigDecimal("999999999999.999999"));
        assertThat(lines.get(2).price()).isEqualTo(new BigDecimal("0"));
        assertThat(lines.get(2).lineDiscountPercent()).isEqualTo(new BigDecimal("99.9999"));
    }

    @Test
    void givesBackPostingsByLineSplitAndKind() {
        String company = companyWithSeries();
        List<JudgedItem> items = judged(anOrder()
                .withOrderNumber(11)
                .withOnlyLine(aLine().withJson("glAnalysis", """
                                [{"percentageSplit": 60, "accounting": {"dim1": {"dimValue": "120"}}},
                                 {"percentageSplit": 40, "accounting": {"dim2": {"dimValue": "1000"}}}]"""))
                .withLine(aLine()));

        write(batch(company), items);

        List<Posting> postings = store.postings(company, 11);
        assertThat(postings)
                .usingRecursiveFieldByFieldElementComparator(BY_VALUE)
                .containsExactlyElementsOf(accepted(items.get(0)).postings());
        assertThat(postings).hasSize(6);
        assertThat(postings)
                .extracting(posting -> posting.lineNumber() + " " + posting.splitNumber() + " "
                        + posting.kind().label())
                .containsExactly("1 1 revenue", "1 1 tax", "1 2 revenue", "1 2 tax", "2 1 revenue", "2 1 tax");
        assertThat(postings.get(0).dimensions()).containsExactly("120", null, null, null, null, null, null);
    }

    @Test
    void listsTheLinesThatHaveAWorkflowTask() {
        String company = companyWithSeries();
        PageContext withWorkflow = new PageContext(company, UUID.randomUUID(), false, LIMIT, 0);
        write(withWorkflow, judged(anOrder().withOrderNumber(12).withLines(3)));
        write(batch(company), judged(anOrder().withOrderNumber(13).withLines(3)));

        assertThat(store.workflowTaskLines(company, 12)).containsExactly(1, 2, 3);
        assertThat(store.workflowTaskLines(company, 13)).isEmpty();
    }

    @Test
    void findsNothingInAnotherCompany() {
        write(companyWithSeries(), anOrder().withOrderNumber(14));
        String other = newCompany();

        assertThat(store.find(other, 14)).isEmpty();
        assertThat(store.postings(other, 14)).isEmpty();
        assertThat(store.workflowTaskLines(other, 14)).isEmpty();
    }

    @Test
    void listsTheOrdersOfAnOperationInFileOrder() {
        String company = companyWithSeries();
        PageContext context = batch(company);
        write(
                context,
                judged(IntStream.range(0, 25)
                        .mapToObj(i -> anOrder()
                                .withOrderNumber(100 - i)
                                .withExternalOrderId("X-" + i)
                                .withLines(1 + i % 3)
                                .toJson())
                        .toList()));
        write(company, anOrder().withOrderNumber(500));

        List<OrderSummary> first = store.summaries(context.operationId(), -1, 20);
        List<OrderSummary> second = store.summaries(context.operationId(), 19, 20);

        assertThat(first).hasSize(20);
        assertThat(second).extracting(OrderSummary::itemIndex).containsExactly(20, 21, 22, 23, 24);
        assertThat(first.get(2))
                .isEqualTo(new OrderSummary(
                        2, 98L, "SO", "1000", "X-2", LocalDate.of(2026, 4, 29), "GBP", 3, new BigDecimal("150")));
    }

    @Test
    void listsTheIndexesOfTheOrdersOfAnOperationByPage() {
        String company = companyWithSeries();
        PageContext context = batch(company);
        write(
                context,
                judged(IntStream.range(0, 5)
                        .mapToObj(i -> anOrder().withOrderNumber(600 - i).toJson())
                        .toList()));

        assertThat(store.savedIndexes(context.operationId(), -1, 3)).containsExactly(0, 1, 2);
        assertThat(store.savedIndexes(context.operationId(), 2, 3)).containsExactly(3, 4);
        assertThat(store.savedIndexes(context.operationId(), 4, 3)).isEmpty();
    }

    @Test
    void keepsAnOrderThatCameAloneOutOfEveryOperation() {
        String company = companyWithSeries();

        write(new PageContext(company, null, false, LIMIT, 0), judged(anOrder().withOrderNumber(15)));

        assertThat(store.find(company, 15)).isPresent();
        assertThat(jdbc.sql("select count(*) from sales_order where company_id = ? and item_index is not null")
                        .param(company)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static ValidOrder accepted(JudgedItem item) {
        return ((Accepted) item.judgement()).order();
    }
}
