package io.ordermill.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.operation.ErrorPolicy;
import io.ordermill.core.operation.ImportOptions;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationFailure.Code;
import io.ordermill.core.operation.OperationStatus;
import io.ordermill.core.operation.Progress;
import io.ordermill.core.order.ErrorCode;
import io.ordermill.core.order.OrderError;
import io.ordermill.core.order.OrderPageRehearsal;
import io.ordermill.core.order.OrderStore;
import io.ordermill.core.order.OrderSummary;
import io.ordermill.core.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A dry run says of every order what the import then does. Each file is run dry first, then in earnest, and compared. */
abstract class RehearsalContract extends WorkerContract {

    private static final int ORDERS = 260;

    /** So that not all orders of a file fit. */
    private static final String LIMIT = "ordermill.limits.with-workflow.items-per-batch=901";

    private final AtomicInteger pagesToBreak = new AtomicInteger();

    @Override
    TestWorker start(TestDatabase on) {
        return TestWorker.on(
                on,
                RehearsalHooks.none().rehearsedPage(page -> {
                    if (page.itemsAdmitted() > 0 && pagesToBreak.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                        throw new IllegalStateException("broken on purpose");
                    }
                }),
                LIMIT);
    }

    @Test
    void ordersThatAreAllValid() {
        assertThat(failedInBoth(file(), true)).isEmpty();
    }

    @Test
    void numbersGivenTwiceOrAssignedBefore() {
        List<String> orders = file();
        orders.set(20, order(20, "\"orderNumber\":5000,"));
        orders.set(30, order(30, "\"orderNumber\":5000,"));
        orders.set(140, order(140, "\"orderNumber\":5000,"));
        orders.set(40, order(40, "\"orderNumber\":40,"));
        orders.set(150, order(150, "\"orderNumber\":7,"));
        orders.set(160, order(160, "\"orderNumber\":230,"));
        orders.set(170, order(170, "\"orderNumber\":5000,").replace("1000", "nobody"));

        assertThat(failedInBoth(orders, true))
                .containsExactly(
                        "30 ORDER_NUMBER_IN_USE",
                        "140 ORDER_NUMBER_IN_USE",
                        "150 ORDER_NUMBER_IN_USE",
                        "170 UNKNOWN_CUSTOMER,ORDER_NUMBER_IN_USE");
    }

    @Test
    void externalIdsGivenTwice() {
        company.jdbc()
                .sql("update company set unique_external_order_ids = true where company_id = ?")
                .param(company.id())
                .update();
        List<String> orders = file();
        orders.set(50, order(10, ""));
        orders.set(210, order(10, ""));

        assertThat(failedInBoth(orders, true))
                .containsExactly("50 EXTERNAL_ORDER_ID_IN_USE", "210 EXTERNAL_ORDER_ID_IN_USE");
    }

    @Test
    void aSeriesThatEnds() {
        company.jdbc()
                .sql("update number_series set last_number = 130 where company_id = ?")
                .param(company.id())
                .update();
        List<String> orders = file();
        orders.set(50, order(50, "\"orderNumber\":129,"));

        assertThat(failedInBoth(orders, true))
                .hasSize(ORDERS - 130)
                .startsWith("130 NUMBER_SERIES_EXHAUSTED")
                .allMatch(refusal -> refusal.endsWith("NUMBER_SERIES_EXHAUSTED"));
    }

    @Test
    void postingCyclesThatEnd() {
        company.jdbc()
                .sql("insert into posting_cycle (company_id, first_cycle, last_cycle) values (?, 1, 1), (?, 10, 10)")
                .params(company.id(), company.id())
                .update();

        assertThat(failedInBoth(file(), true))
                .hasSize(ORDERS - 200)
                .allMatch(refusal -> refusal.endsWith("NO_POSTING_CYCLE"));
    }

    @Test
    void moreOrdersThanABatchMayHold() {
        List<String> orders = file();
        orders.set(220, order(220, "").replace("}]", "},{\"productCode\":\"NESP02\",\"quantity\":1}]"));

        assertThat(failedInBoth(orders, false))
                .hasSize(ORDERS - 224)
                .allMatch(refusal -> refusal.endsWith(ErrorCode.ROW_LIMIT_EXCEEDED.name()));
        assertThat(company.jdbc()
                        .sql("select count(*) from workflow_task")
                        .query(Integer.class)
                        .single())
                .as("made by the import, none by the dry run")
                .isEqualTo(225);
    }

    @Test
    void aDryRunThatBrokeOffGoesOnWhereItWas() {
        List<String> orders = file();
        orders.set(10, order(10, "\"orderNumber\":5000,"));
        orders.set(240, order(240, "\"orderNumber\":5000,"));
        pagesToBreak.set(2);

        assertThat(failedInBoth(orders, true)).containsExactly("240 ORDER_NUMBER_IN_USE");
        assertThat(pagesToBreak).hasValue(0);
    }

    @Test
    void endsOnceTooManyOrdersHaveFailedWithThePageSaved() {
        List<String> orders = file();
        for (int index = 0; index < ORDERS; index += 10) {
            orders.set(index, order(index, "").replace("1000", "nobody"));
        }
        byte[] file = json(orders);

        Operation ended = company.imported(file, new ImportOptions(true, false, null, false, ErrorPolicy.PARTIAL, 15));
        Operation dry = company.imported(file, new ImportOptions(true, false, null, true, ErrorPolicy.PARTIAL, 15));
        Operation exactly =
                company.imported(file, new ImportOptions(true, false, null, false, ErrorPolicy.PARTIAL, 27));

        assertThat(ended.status()).isEqualTo(OperationStatus.FAILED);
        assertThat(ended.failure().code()).isEqualTo(Code.TOO_MANY_ERRORS);
        assertThat(ended.failure().message()).contains("20", "15");
        assertThat(ended.progress()).isEqualTo(new Progress(ORDERS, 180, 20, 180 * 4));
        assertThat(dry.failure().code()).isEqualTo(Code.TOO_MANY_ERRORS);
        assertThat(exactly.status()).as("26 of at most 27").isEqualTo(OperationStatus.COMPLETED);
        assertThat(company.savedOrders()).hasSize(180 + 234);
    }

    /** Runs a file dry and then in earnest, finds no difference, and answers what both refused. */
    private List<String> failedInBoth(List<String> orders, boolean skipWorkflow) {
        List<Object> storeBefore = store();
        Operation dry = company.imported(
                json(orders), new ImportOptions(skipWorkflow, false, null, true, ErrorPolicy.PARTIAL, null));
        assertThat(company.savedOrders()).isEmpty();
        assertThat(store()).as("numbers and cycles").isEqualTo(storeBefore);
        Operation real = company.imported(json(orders), new ImportOptions(skipWorkflow, false, null));

        assertThat(dry.progress()).isEqualTo(real.progress());
        assertThat(refusals(dry)).isEqualTo(refusals(real));
        List<OrderSummary> saved = application.bean(OrderStore.class).summaries(real.operationId(), -1, 1_000);
        assertThat(application.bean(OrderPageRehearsal.class).summaries(dry.operationId(), -1, 1_000))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("orderNumber", "totalAmount")
                .isEqualTo(saved);
        assertThat(company.jdbc()
                        .sql("select order_number from rehearsed_order where operation_id = ? order by item_index")
                        .param(dry.operationId())
                        .query(Long.class)
                        .list())
                .isEqualTo(saved.stream().map(OrderSummary::orderNumber).toList());
        return refusals(real);
    }

    private List<Object> store() {
        List<Object> state = new ArrayList<>();
        for (String sql : List.of(
                "select coalesce(next_number, -1) from number_series where company_id = ? order by number_series",
                "select coalesce(next_cycle, -1) from posting_cycle where company_id = ? order by first_cycle")) {
            state.addAll(company.jdbc()
                    .sql(sql)
                    .param(company.id())
                    .query(Long.class)
                    .list());
        }
        return state;
    }

    private List<String> refusals(Operation operation) {
        UUID id = operation.operationId();
        return company.failures(id).stream()
                .map(item -> item.itemIndex() + " "
                        + item.errors().stream()
                                .map(OrderError::code)
                                .map(Enum::name)
                                .collect(joining(",")))
                .toList();
    }

    /** Orders without numbers. */
    private static List<String> file() {
        return new ArrayList<>(
                IntStream.range(0, ORDERS).mapToObj(index -> order(index, "")).toList());
    }

    private static String order(int index, String members) {
        return "{" + members + "\"customerId\":\"1000\",\"transactionType\":\"SO\",\"responsible\":\"FRED\","
                + "\"salesPerson\":\"SYSEN\",\"externalOrderId\":\"E-" + index + "\","
                + "\"orderLines\":[{\"productCode\":\"NESP02\",\"quantity\":2}]}";
    }

    private static byte[] json(List<String> orders) {
        return String.join(",", orders).transform(all -> "[" + all + "]").getBytes(UTF_8);
    }
}
