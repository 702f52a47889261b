package io.ordermill.api.e2e;

import io.ordermill.api.BatchApiApplication;
import io.ordermill.core.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole product in this process on a free port, once per database: on embedded H2 as it starts by default, on PostgreSQL
 * with a bootstrapped administrator.
 */
final class RunningOrdermill {

    private static final String BOOTSTRAP_SECRET = "end-to-end-bootstrap-secret";

    private final String baseUrl;
    private final Caller admin;

    private RunningOrdermill(String baseUrl, Caller admin) {
        this.baseUrl = baseUrl;
        this.admin = admin.withToken();
    }

    static RunningOrdermill onH2() {
        return OnH2.INSTANCE;
    }

    static RunningOrdermill onPostgres() {
        return OnPostgres.INSTANCE;
    }

    String baseUrl() {
        return baseUrl;
    }

    Caller admin() {
        return admin;
    }

    Tenant newTenant() {
        return Tenant.withSeedReferences(baseUrl, admin);
    }

    Tenant newEmptyTenant() {
        return Tenant.empty(baseUrl, admin);
    }

    private static String start(String... settings) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(BatchApiApplication.class)
                .run(Stream.concat(Stream.of("server.port=0", "server.address=127.0.0.1"), Stream.of(settings))
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new));
        WebServer server = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer());
        return "http://127.0.0.1:" + server.getPort();
    }

    private static final class OnH2 {
        static final RunningOrdermill INSTANCE = start();

        private static RunningOrdermill start() {
            try {
                Path dataDir = Files.createTempDirectory(Path.of("target"), "e2e-data-");
                String url = RunningOrdermill.start("ordermill.data-dir=" + dataDir.toAbsolutePath());
                return new RunningOrdermill(url, Caller.demo(url, dataDir));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class OnPostgres {
        static final RunningOrdermill INSTANCE = start();

        private static RunningOrdermill start() {
            TestDatabase database = TestDatabase.postgres();
            String url = RunningOrdermill.start(
                    "spring.datasource.url=" + database.url(),
                    "spring.datasource.username=" + database.user(),
                    "spring.datasource.password=" + database.password(),
                    "ordermill.bootstrap.client-id=operator",
                    "ordermill.bootstrap.client-secret=" + BOOTSTRAP_SECRET);
            return new RunningOrdermill(url, Caller.withBasic(url, "operator", BOOTSTRAP_SECRET));
        }
    }
}
