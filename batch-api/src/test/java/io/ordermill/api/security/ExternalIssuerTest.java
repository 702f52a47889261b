package io.ordermill.api.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.ordermill.api.BatchApiApplication;
import io.ordermill.api.testing.Http;
import io.ordermill.core.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class ExternalIssuerTest {

    private static final String SECRET = "sixteen characters";
    private static final TestDatabase DATABASE = TestDatabase.h2();

    private static HttpServer issuer;
    private static String issuerUri;
    private static RSAKey key;
    private static ConfigurableApplicationContext context;
    private static Http http;

    @BeforeAll
    static void start() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("k").generate();
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuerUri = "http://127.0.0.1:" + issuer.getAddress().getPort();
        serve("/.well-known/openid-configuration", """
                {"issuer":"%1$s","jwks_uri":"%1$s/keys","subject_types_supported":["public"]}""".formatted(issuerUri));
        serve("/keys", new JWKSet(key.toPublicJWK()).toString());
        issuer.start();
        context = new SpringApplicationBuilder(BatchApiApplication.class)
                .run(
                        "--server.port=0",
                        "--ordermill.worker.enabled=false",
                        "--spring.datasource.url=" + DATABASE.url(),
                        "--spring.datasource.username=" + DATABASE.user(),
                        "--spring.datasource.password=" + DATABASE.password(),
                        "--ordermill.security.issuer-uri=" + issuerUri,
                        "--ordermill.bootstrap.client-id=first",
                        "--ordermill.bootstrap.client-secret=" + SECRET);
        http = Http.anonymous("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    @AfterAll
    static void stop() {
        context.close();
        issuer.stop(0);
        DATABASE.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_id", "azp", "sub"})
    void takesTokensThatNameAKnownClientAndItsScopesFromTheClientsRecord(String claim) {
        String token = token(key, Map.of(claim, "first", "scope", "nothing"), 60);

        http.bearer(token).get("/v1/clients").expect(200);
    }

    @Test
    void refusesTokensOfUnknownClientsOtherIssuersOtherKeysAndPastTimes() throws JOSEException {
        RSAKey other = new RSAKeyGenerator(2048).keyID("k").generate();

        for (String token : new String[] {
            token(key, Map.of("sub", "stranger"), 60),
            token(key, Map.of("sub", "first", "iss", "http://elsewhere"), 60),
            token(other, Map.of("sub", "first"), 60),
            token(key, Map.of("sub", "first"), -3600)
        }) {
            http.bearer(token).get("/v1/clients").problem(401, "UNAUTHORIZED");
        }
    }

    @Test
    void issuesNoTokensOfItsOwnButStillTakesHttpBasic() {
        Http basic = http.basic("first", SECRET);

        basic.get("/v1/clients").expect(200);
        basic.post("/oauth2/token", "application/x-www-form-urlencoded", "grant_type=client_credentials")
                .problem(404, "NOT_FOUND");
    }

    private static String token(RSAKey signer, Map<String, String> claims, int secondsToLive) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder()
                .issuer(issuerUri)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(secondsToLive)));
        claims.forEach(set::claim);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(), set.build());
        try {
            token.sign(new RSASSASigner(signer));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static void serve(String path, String json) {
        issuer.createContext(path, exchange -> {
            byte[] body = json.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
