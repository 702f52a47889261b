package io.ordermill.api.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ordermill.api.BatchApiApplication;
import io.ordermill.api.client.ClientSecrets;
import io.ordermill.api.client.ClientStore;
import io.ordermill.core.company.CompanyStore;
import io.ordermill.core.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FirstStartTest {

    private static final int NODES = 4;
    private static final Executor EACH_ITS_THREAD = task -> new Thread(task).start();

    @TempDir
    Path directory;

    @Test
    void writesTheDemoSecretOnceAndWhereOnlyItsOwnerCanReadIt() throws IOException {
        Path file = directory.resolve("data/demo-client.json");
        byte[] content;
        try (ConfigurableApplicationContext first = start("ordermill.data-dir=" + directory.resolve("data"))) {
            content = Files.readAllBytes(file);
            JsonNode demo = JsonMapper.shared().readTree(content);
            assertThat(demo.propertyNames()).containsExactly("clientId", "clientSecret");
            assertThat(demo.get("clientSecret").asString()).hasSize(43);
            assertThat(clients(first)).containsExactly("demo");
        }

        try (ConfigurableApplicationContext second = start("ordermill.data-dir=" + directory.resolve("data"))) {
            assertThat(clients(second)).containsExactly("demo");
            assertThat(Files.readAllBytes(file)).isEqualTo(content);
        }
        try (Stream<Path> files = Files.list(directory.resolve("data"))) {
            assertThat(files)
                    .extracting(path -> path.getFileName().toString(), FirstStartTest::permissions)
                    .containsExactlyInAnyOrder(
                            tuple("demo-client.json", "rw-------"), tuple("ordermill.mv.db", "rw-------"));
        }
    }

    @Test
    void makesNothingOfItsOwnOnAServerDatabase() {
        try (TestDatabase database = TestDatabase.postgres();
                ConfigurableApplicationContext context = start(on(database))) {
            assertThat(clients(context)).isEmpty();
        }
    }

    /** The nodes share a process and its pool here: Spring Boot sets up one logging system per process, from one thread. */
    @Test
    void makesTheOneFirstClientAlsoWhereSeveralNodesStartAtOnce() {
        try (TestDatabase database = TestDatabase.postgres();
                ConfigurableApplicationContext context = start(on(database))) {
            CyclicBarrier allAtOnce = new CyclicBarrier(NODES);

            List<CompletableFuture<Void>> nodes = IntStream.range(0, NODES)
                    .mapToObj(
                            node -> CompletableFuture.runAsync(() -> startAnother(context, allAtOnce), EACH_ITS_THREAD))
                    .toList();

            assertThat(nodes).allSatisfy(node -> assertThat(node).succeedsWithin(Duration.ofSeconds(30)));
            assertThat(clients(context)).containsExactly("first");
        }
    }

    private static void startAnother(ConfigurableApplicationContext context, CyclicBarrier allAtOnce) {
        FirstStart node = new FirstStart(
                new BootstrapSettings("first", "sixteen characters"),
                context.getBean(ClientStore.class),
                context.getBean(ClientSecrets.class),
                context.getBean(CompanyStore.class),
                context.getBean(EmbeddedDemo.class),
                context.getBean(TransactionTemplate.class));
        try {
            allAtOnce.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
        node.afterSingletonsInstantiated();
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(BatchApiApplication.class)
                .run(Stream.concat(Stream.of("server.port=0", "ordermill.worker.enabled=false"), Stream.of(settings))
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new));
    }

    private static String[] on(TestDatabase database) {
        return new String[] {
            "spring.datasource.url=" + database.url(),
            "spring.datasource.username=" + database.user(),
            "spring.datasource.password=" + database.password()
        };
    }

    private static List<String> clients(ConfigurableApplicationContext context) {
        return context.getBean(ClientStore.class).list().stream()
                .map(client -> client.clientId())
                .toList();
    }
}
