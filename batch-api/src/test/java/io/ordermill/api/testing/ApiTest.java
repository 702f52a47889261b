package io.ordermill.api.testing;

import io.ordermill.api.BatchApiApplication;
import io.ordermill.core.testing.TestDatabase;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** Runs against one API on H2, shared by all test classes: what a test creates has ids of its own. */
@SpringBootTest(
        classes = BatchApiApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "ordermill.worker.enabled=false",
            "ordermill.bootstrap.client-id=operator",
            "ordermill.bootstrap.client-secret=" + ApiTest.OPERATOR_SECRET,
            "ordermill.events.max-streams=20",
            "ordermill.events.heartbeat-interval=300ms",
            "ordermill.events.client-check-interval=300ms",
            "ordermill.upload.max-size=3MB",
            "ordermill.queue.max-pending-per-company=20",
            "ordermill.file.max-item-size=1MB",
            "ordermill.reference-data.max-size=100KB"
        })
@ContextConfiguration(initializers = ApiTest.Database.class)
public abstract class ApiTest {

    protected static final String OPERATOR_SECRET = "operator secret of the tests";

    private static final AtomicInteger IDS = new AtomicInteger();

    @Value("${local.server.port}")
    private int port;

    protected Http anonymous;
    protected Http operator;

    /** The one they share. */
    static final class Database extends TestDatabaseSettings {

        private static final TestDatabase DATABASE = TestDatabase.h2();

        Database() {
            super(DATABASE);
        }
    }

    @BeforeEach
    void callers() {
        anonymous = Http.anonymous("http://127.0.0.1:" + port);
        operator = anonymous.basic("operator", OPERATOR_SECRET);
    }

    /** A text that no other test uses. */
    protected static String unique(String prefix) {
        return prefix + "-" + IDS.incrementAndGet();
    }

    /** Creates a company without reference data. */
    protected String newCompany() {
        String companyId = unique("company");
        operator.put("/v1/companies/" + companyId, "application/json", "{\"name\":\"A company\"}")
                .expect(201);
        return companyId;
    }

    /** Creates a client of one company and gives back its secret. */
    protected String newClient(String clientId, String companyId, String... scopes) {
        String body =
                "{\"scopes\":[\"%s\"],\"defaultCompanyId\":\"%s\"}".formatted(String.join("\",\"", scopes), companyId);
        return operator.put("/v1/clients/" + clientId, "application/json", body)
                .expect(201)
                .json()
                .get("clientSecret")
                .asString();
    }

    /** Creates a client of one company and calls as this client. */
    protected Http newCaller(String companyId, String... scopes) {
        String clientId = unique("client");
        return anonymous.basic(clientId, newClient(clientId, companyId, scopes));
    }

    /** Creates a company of its own with a client that may do everything in it but administer. */
    protected Http newCaller() {
        return newCaller(
                newCompany(), "orders:import", "orders:read", "orders:write", "operations:read", "operations:cancel");
    }

    /** Loads the reference data of the seed's simple example, with a type for each way of numbering. */
    protected void loadReferences(String companyId) {
        load(companyId, "customers", "customerId,currencyCode\n1000,GBP\n");
        load(companyId, "products", "productCode,price\n1000,2.50\n");
        load(companyId, "sales-persons", "userId\nFRED\nSYSEN\n");
        load(
                companyId,
                "number-series",
                "numberSeries,assignment,firstNumber,lastNumber\nE,either,1,999\nM,manual,1,999\n");
        load(companyId, "transaction-types", "transactionType,numberSeries\nSO,E\nSM,M\n");
    }

    private void load(String companyId, String kind, String csv) {
        operator.put("/v1/reference-data/" + kind + "?companyId=" + companyId, "text/csv", csv)
                .expect(200);
    }
}
