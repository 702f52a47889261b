package io.ordermill.api.testing;

import io.ordermill.api.BatchApiApplication;
import io.ordermill.core.testing.TestDatabase;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.catalina.startup.Tomcat;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** An API of a test's own, without a worker, on a database of the test's. */
public final class RunningApi implements AutoCloseable {

    private static final String SECRET = "secret of the first client";

    private final ConfigurableApplicationContext context;

    private RunningApi(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static RunningApi start(TestDatabase database, String... settings) {
        Stream<String> common = Stream.of(
                "server.port=0",
                "ordermill.worker.enabled=false",
                "spring.datasource.url=" + database.url(),
                "spring.datasource.username=" + database.user(),
                "spring.datasource.password=" + database.password(),
                "ordermill.bootstrap.client-id=first",
                "ordermill.bootstrap.client-secret=" + SECRET);
        return new RunningApi(new SpringApplicationBuilder(BatchApiApplication.class)
                .run(Stream.concat(common, Stream.of(settings))
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new)));
    }

    public Http anonymous() {
        return Http.anonymous("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    /** The first client, which may do everything. */
    public Http operator() {
        return anonymous().basic("first", SECRET);
    }

    /** Creates a company with a client that may do everything in it but administer; gives back the client's secret. */
    public Tenant newTenant() {
        String name = "tenant-" + UUID.randomUUID();
        operator()
                .put("/v1/companies/" + name, "application/json", "{\"name\":\"A company\"}")
                .expect(201);
        String secret = operator()
                .put("/v1/clients/" + name, "application/json", """
                        {"scopes":["orders:import","orders:read","orders:write","operations:read","operations:cancel"],
                         "defaultCompanyId":"%s"}""".formatted(name))
                .expect(201)
                .json()
                .get("clientSecret")
                .asString();
        return new Tenant(name, secret);
    }

    /** A company and its client, which have one name. */
    public record Tenant(String name, String secret) {

        public Http at(RunningApi api) {
            return api.anonymous().basic(name, secret);
        }
    }

    public Tomcat tomcat() {
        return ((TomcatWebServer) ((WebServerApplicationContext) context).getWebServer()).getTomcat();
    }

    @Override
    public void close() {
        context.close();
    }
}
