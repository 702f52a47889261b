package io.ordermill.api.benchmark;

import static io.ordermill.api.benchmark.Figures.quantile;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.api.e2e.Caller;
import io.ordermill.core.testing.BenchmarkServer;
import io.ordermill.core.testing.GeneratedOrders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What 200 clients that follow an import cost the import, and how long their answers take. */
class PollersBenchmark {

    private static final int CLIENTS = 200;
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 3);

    /** As {@code Retry-After} tells them to. */
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    /**
     * A process just started compiles what a poll runs through, and is done with it after some hundred thousand of them: the
     * first cost nine times the processor time of the last.
     */
    private static final int WARM_UP_POLLS = 150_000;

    private static final int AT_ONCE = 20;

    private final List<Duration> polls = new ArrayList<>();

    private record Round(Duration quiet, Duration polled) {

        double ratio() {
            return (double) polled.toNanos() / quiet.toNanos();
        }
    }

    @Test
    void importWithAndWithoutPollers() throws Exception {
        byte[] file = LargeFile.gzip();
        List<Round> rounds = new ArrayList<>();
        try (BenchmarkServer postgres = new BenchmarkServer();
                Product product = Product.start(postgres, Map.of())) {
            warmUp(product, file);
            for (int i = 0; i < ROUNDS; i++) {
                rounds.add(round(product, file, i % 2 == 0));
            }
            report(rounds, postgres.describe());
        }
    }

    private void warmUp(Product product, byte[] file) {
        Caller caller = product.newTenant().caller();
        String operationId = caller.accepted(GeneratedOrders.simple(10, 3), "");
        product.awaitCompleted(operationId);
        for (int asked = 0; asked < WARM_UP_POLLS; asked += AT_ONCE) {
            CompletableFuture.allOf(Stream.generate(() -> caller.askStatus(operationId))
                            .limit(AT_ONCE)
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
        round(product, file, true);
        polls.clear();
    }

    /** Which of the two comes first changes, so that whatever grows strikes both. */
    private Round round(Product product, byte[] file, boolean quietFirst) {
        if (quietFirst) {
            Duration quiet = quiet(product, file);
            return new Round(quiet, polled(product, file));
        }
        Duration polled = polled(product, file);
        return new Round(quiet(product, file), polled);
    }

    private static Duration quiet(Product product, byte[] file) {
        Duration taken = product.awaitCompleted(product.newTenant().caller().accepted(file, "?skipWorkflow=true"));
        product.forgetOrders();
        return taken;
    }

    private Duration polled(Product product, byte[] file) {
        Caller caller = product.newTenant().caller();
        String operationId = caller.accepted(file, "?skipWorkflow=true");
        try (Pollers pollers = Pollers.start(CLIENTS, INTERVAL, caller, operationId)) {
            Duration taken = product.awaitCompleted(operationId);
            List<Duration> measured = pollers.stop();
            assertThat(measured).hasSizeGreaterThan(CLIENTS);
            polls.addAll(measured);
            product.forgetOrders();
            return taken;
        }
    }

    private void report(List<Round> rounds, Map<String, String> server) throws Exception {
        Figures figures = new Figures("pollers", CLIENTS + " clients that follow " + LargeFile.describe(), server)
                .line("Each asks for the status once a second with a bearer token, from the same processors;")
                .line("before that %,d polls and a round that is not counted, to warm up.", WARM_UP_POLLS)
                .line("")
                .columns("round", "import alone ms", "with pollers ms", "with ÷ alone");
        for (int i = 0; i < rounds.size(); i++) {
            Round round = rounds.get(i);
            figures.row(i + 1, round.quiet(), round.polled(), round.ratio());
        }
        figures.row(
                        "**median**",
                        quantile(rounds.stream().map(Round::quiet).toList(), 0.5),
                        quantile(rounds.stream().map(Round::polled).toList(), 0.5),
                        quantile(rounds.stream().map(Round::ratio).toList(), 0.5))
                .line("")
                .columns("polls", "p50 ms", "p99 ms", "max ms")
                .row(polls.size(), quantile(polls, 0.5), quantile(polls, 0.99), quantile(polls, 1))
                .write();
    }
}
