package io.ordermill.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import io.ordermill.core.testing.TestDatabase;
import java.time.Clock;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SigningKeysTest {

    static Stream<Supplier<TestDatabase>> databases() {
        return Stream.of(TestDatabase::h2, TestDatabase::postgres);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void areTheSameForAllNodesAlsoWhenSeveralNeedThemFirst(Supplier<TestDatabase> databases) {
        try (TestDatabase database = databases.get()) {
            JdbcClient jdbc = JdbcClient.create(database.dataSource());

            Set<JWK> keys = IntStream.range(0, 6)
                    .parallel()
                    .mapToObj(node -> new SigningKeys(jdbc, Clock.systemUTC()))
                    .flatMap(node -> node.get(new JWKSelector(new JWKMatcher.Builder().build()), null).stream())
                    .collect(Collectors.toSet());

            assertThat(keys).singleElement().matches(JWK::isPrivate);
        }
    }
}
