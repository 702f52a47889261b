package io.ordermill.core.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ordermill.core.file.ItemBytes;
import io.ordermill.core.testing.FixedReferences;
import io.ordermill.core.testing.StoreContract;
import io.ordermill.core.testing.TestDatabase;
import io.ordermill.core.testing.TestOrders;
import io.ordermill.core.testing.TestOrders.OrderBuilder;
import io.ordermill.core.validation.OrderLimits;
import io.ordermill.core.validation.OrderSettings;
import io.ordermill.core.validation.OrderValidator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Writes pages of judged orders to a database. */
abstract class PageContract extends StoreContract {

    static final long LIMIT = 37_000;

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-29T22:30:00Z"), ZoneOffset.UTC);

    private static final OrderValidator VALIDATOR = new OrderValidator(
            new OrderLimits(new OrderLimits.WithWorkflow(1_000, LIMIT), new OrderLimits.SkipWorkflow(1_000, LIMIT)),
            new OrderSettings(List.of("N")),
            CLOCK);

    final JdbcOrderStore store = new JdbcOrderStore(jdbc);
    final ShortTransactions shortTransactions;
    final NumberAllocator numbers;
    final JdbcOrderPageWriter writer;

    PageContract(TestDatabase database) {
        super(database);
        this.shortTransactions = new ShortTransactions(dataSource);
        this.numbers = numbersOver(shortTransactions);
        this.writer = writerOver(template, transactions, shortTransactions);
    }

    private NumberAllocator numbersOver(ShortTransactions shortTransactions) {
        boolean postgres = database.url().startsWith("jdbc:postgresql");
        return new NumberAllocator(shortTransactions, postgres ? StretchDraw.ON_POSTGRES : StretchDraw.NONE);
    }

    JdbcOrderPageWriter writerOver(
            JdbcTemplate template, PlatformTransactionManager transactions, ShortTransactions shortTransactions) {
        JdbcClient jdbc = JdbcClient.create(template);
        boolean postgres = database.url().startsWith("jdbc:postgresql");
        RowInsert rows = postgres ? new CopyInsert(template) : new BatchInsert(template);
        return new JdbcOrderPageWriter(
                jdbc,
                rows,
                postgres ? CompanyHold.sharedByPages(jdbc) : CompanyHold.exclusive(jdbc),
                new StoredPageSource(
                        new TakenKeys(template),
                        numbersOver(shortTransactions),
                        new PostingCycles(jdbc, shortTransactions)),
                new OrderInsert(new HeaderInsert(rows, transactions), rows, CLOCK),
                transactions);
    }

    static List<JudgedItem> judged(OrderBuilder... orders) {
        return judged(Stream.of(orders).map(OrderBuilder::toJson).toList());
    }

    static List<JudgedItem> judged(List<String> orders) {
        List<JudgedItem> items = new ArrayList<>();
        for (String json : orders) {
            Judgement judgement = VALIDATOR.judge(TestOrders.draft(json), FixedReferences.likeTheSeed(), true);
            items.add(new JudgedItem(items.size(), ItemBytes.of(json.getBytes(UTF_8)), judgement));
        }
        return items;
    }

    List<PreparedItem> prepared(OrderBuilder... orders) {
        return writer.prepare(judged(orders));
    }

    /** One page of its own operation. */
    PageOutcome write(String company, OrderBuilder... orders) {
        return write(batch(company), judged(orders));
    }

    PageOutcome write(PageContext context, List<JudgedItem> items) {
        return transaction.execute(status -> writer.write(context, writer.prepare(items)));
    }

    static PageContext batch(String company) {
        return limited(company, LIMIT, 0);
    }

    static PageContext limited(String company, long limit, long admitted) {
        return new PageContext(company, UUID.randomUUID(), true, limit, admitted);
    }

    /** A company whose transaction types SO, SM and SA have series from 1 to 999,999. */
    String companyWithSeries() {
        String company = newCompany();
        series(company, "SO", "either", 1, 999_999);
        series(company, "SM", "manual", 1, 999_999);
        series(company, "SA", "automatic", 1, 999_999);
        return company;
    }

    void series(String company, String name, String assignment, long first, long last) {
        jdbc.sql("""
                insert into number_series (company_id, number_series, assignment, first_number, last_number)
                values (?, ?, ?, ?, ?)""").params(company, name, assignment, first, last).update();
    }

    void cycles(String company, long first, long last) {
        jdbc.sql("insert into posting_cycle (company_id, first_cycle, last_cycle) values (?, ?, ?)")
                .params(company, first, last)
                .update();
    }

    void wantUniqueExternalIds(String company) {
        jdbc.sql("update company set unique_external_order_ids = true where company_id = ?")
                .param(company)
                .update();
    }

    List<Long> savedNumbers(String company) {
        return jdbc.sql("select order_number from sales_order where company_id = ? order by order_number")
                .param(company)
                .query(Long.class)
                .list();
    }

    static List<Long> numbers(PageOutcome outcome) {
        return outcome.saved().stream().map(PageOutcome.SavedOrder::orderNumber).toList();
    }

    static List<Integer> savedIndexes(PageOutcome outcome) {
        return outcome.saved().stream().map(PageOutcome.SavedOrder::index).toList();
    }

    /** As {@code index CODE,CODE}. */
    static List<String> refusals(PageOutcome outcome) {
        return outcome.refused().stream()
                .map(refused -> refused.item().index() + " "
                        + String.join(
                                ",",
                                refused.errors().stream()
                                        .map(error -> error.code().name())
                                        .toList()))
                .toList();
    }
}
