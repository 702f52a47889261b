package io.ordermill.api.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;

/** A company of a test's own, with the reference data of the seed's examples and a client that may do everything in it. */
public record Tenant(String companyId, String clientId, String clientSecret, Caller caller) {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String CLIENT = "{\"scopes\":[\"orders:import\",\"orders:read\",\"orders:write\","
            + "\"operations:read\",\"operations:cancel\"],\"defaultCompanyId\":\"%1$s\",\"companyIds\":[\"%1$s\"]}";

    /** Without any reference data. */
    public static Tenant empty(String baseUrl, Caller admin) {
        String companyId = "e2e-" + NEXT.incrementAndGet();
        put(admin, "/v1/companies/" + companyId, "application/json", "{\"name\":\"End to end\"}");
        HttpResponse<String> created =
                put(admin, "/v1/clients/loader-" + companyId, "application/json", CLIENT.formatted(companyId));
        String secret = Caller.json(created).get("clientSecret").asString();
        Caller caller = Caller.withBasic(baseUrl, "loader-" + companyId, secret).withToken();
        return new Tenant(companyId, "loader-" + companyId, secret, caller);
    }

    public static Tenant withSeedReferences(String baseUrl, Caller admin) {
        Tenant tenant = empty(baseUrl, admin);
        tenant.load(admin, "customers", """
                customerId,name,currencyCode
                1000,Alfheim,NOK
                1015,Dharkan,GBP
                """);
        tenant.load(admin, "products", """
                productCode,description,price,unit,account,taxCode
                1000,Consulting,100,UN,3010,3N
                NESP02,Dharkan,0.9,UN,3013,3N
                """);
        tenant.load(admin, "sales-persons", """
                userId,name
                FRED,Fredrik
                SYSEN,System
                """);
        tenant.load(admin, "number-series", """
                numberSeries,assignment,firstNumber,lastNumber
                S1,either,1,999999999
                S2,manual,1,999999999
                S3,automatic,5000,999999999
                """);
        tenant.load(admin, "transaction-types", """
                transactionType,numberSeries
                SO,S1
                SM,S2
                SA,S3
                """);
        return tenant;
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
