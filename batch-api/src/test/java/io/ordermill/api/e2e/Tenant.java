package io.ordermill.api.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A company of a test's own, with the reference data of the seed's examples and a client that may do everything in it. */
public record Tenant(String companyId, String clientId, String clientSecret, Caller caller) {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String CLIENT = "{\"scopes\":[\"orders:import\",\"orders:read\",\"orders:write\","
            + "\"operations:read\",\"operations:cancel\"],\"defaultCompanyId\":\"%s\",\"companyIds\":[\"%s\"]}";

    /** Without any reference data. */
    public static Tenant empty(String baseUrl, Caller admin) {
        return several(baseUrl, admin, 1).get(0);
    }

    private static List<Tenant> several(String baseUrl, Caller admin, int companies) {
        List<String> companyIds = Stream.generate(() -> "e2e-" + NEXT.incrementAndGet())
                .limit(companies)
                .toList();
        companyIds.forEach(id -> put(admin, "/v1/companies/" + id, "application/json", "{\"name\":\"End to end\"}"));
        String first = companyIds.get(0);
        String client = CLIENT.formatted(first, String.join("\",\"", companyIds));
        HttpResponse<String> created = put(admin, "/v1/clients/loader-" + first, "application/json", client);
        String secret = Caller.json(created).get("clientSecret").asString();
        Caller caller = Caller.withBasic(baseUrl, "loader-" + first, secret).withToken();
        return companyIds.stream()
                .map(id -> new Tenant(id, "loader-" + first, secret, id.equals(first) ? caller : caller.in(id)))
                .toList();
    }

    public static Tenant withSeedReferences(String baseUrl, Caller admin) {
        return withSeedReferences(baseUrl, admin, 1).get(0);
    }

    /** Several companies with the same client: to hash its secret takes longer than all the rest. */
    public static List<Tenant> withSeedReferences(String baseUrl, Caller admin, int companies) {
        List<Tenant> tenants = several(baseUrl, admin, companies);
        tenants.forEach(tenant -> tenant.loadSeedReferences(admin));
        return tenants;
    }

    private void loadSeedReferences(Caller admin) {
        load(admin, "customers", """
                customerId,name,currencyCode
                1000,Alfheim,NOK
                1015,Dharkan,GBP
                """);
        load(admin, "products", """
                productCode,description,price,unit,account,taxCode
                1000,Consulting,100,UN,3010,3N
                NESP02,Dharkan,0.9,UN,3013,3N
                """);
        load(admin, "sales-persons", """
                userId,name
                FRED,Fredrik
                SYSEN,System
                """);
        load(admin, "number-series", """
                numberSeries,assignment,firstNumber,lastNumber
                S1,either,1,999999999
                S2,manual,1,999999999
                S3,automatic,5000,999999999
                """);
        load(admin, "transaction-types", """
                transactionType,numberSeries
                SO,S1
                SM,S2
                SA,S3
                """);
    }

    public void load(Caller admin, String kind, String csv) {
        put(admin, "/v1/reference-data/" + kind + "?companyId=" + companyId, "text/csv", csv);
    }

    private static HttpResponse<String> put(Caller admin, String path, String contentType, String body) {
        HttpResponse<String> answer = admin.send("PUT", path, contentType, body);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(200, 201);
        return answer;
    }
}
