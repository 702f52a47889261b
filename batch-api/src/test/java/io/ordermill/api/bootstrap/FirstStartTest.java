package io.ordermill.api.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ordermill.api.BatchApiApplication;
import io.ordermill.api.client.ClientStore;
import io.ordermill.core.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FirstStartTest {

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

    @Test
    void makesTheOneFirstClientAlsoWhereSeveralNodesStartAtOnce() {
        try (TestDatabase database = TestDatabase.postgres()) {
            String[] settings = Stream.concat(
                            Stream.of(on(database)),
                            Stream.of(
                                    "ordermill.bootstrap.client-id=first",
                                    "ordermill.bootstrap.client-secret=sixteen characters"))
                    .toArray(String[]::new);

            List<ConfigurableApplicationContext> nodes =
                    Stream.of(1, 2, 3).parallel().map(node -> start(settings)).toList();

            assertThat(nodes).allSatisfy(node -> assertThat(clients(node)).containsExactly("first"));
            nodes.forEach(ConfigurableApplicationContext::close);
        }
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
