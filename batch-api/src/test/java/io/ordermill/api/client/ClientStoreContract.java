package io.ordermill.api.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordermill.core.testing.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

abstract class ClientStoreContract {

    private final TestDatabase database;
    private final ClientStore store;

    ClientStoreContract(TestDatabase database) {
        this.database = database;
        this.store = new JdbcClientStore(JdbcClient.create(database.dataSource()), Clock.systemUTC());
    }

    @BeforeEach
    void companies() {
        for (String companyId : List.of("1", "2")) {
            JdbcClient.create(database.dataSource())
                    .sql("insert into company (company_id, name, unique_external_order_ids) values (?, 'x', false)")
                    .param(companyId)
                    .update();
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void findsTheAdministratorsAndHoldsThem() {
        store.create(new Client("a", Set.of(Scope.ADMIN, Scope.ORDERS_READ), "1", Set.of()), "hash");
        store.create(new Client("b", Set.of(Scope.ORDERS_READ), "1", Set.of()), "hash");
        store.create(new Client("c", Set.of(Scope.ADMIN), "1", Set.of()), "hash");

        assertThat(store.lockAdministrators()).containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void givesBackWhatWasCreated() {
        Client client = new Client("a", Set.of(Scope.ADMIN, Scope.ORDERS_READ), "1", Set.of("2"));
        assertThat(store.isEmpty()).isTrue();

        assertThat(store.create(client, "hash")).isTrue();

        assertThat(store.isEmpty()).isFalse();
        assertThat(client.companyIds()).containsExactlyInAnyOrder("1", "2");
        assertThat(store.find("a")).contains(new ClientStore.Registration(client, "hash"));
        assertThat(store.list()).containsExactly(client);
    }

    @Test
    void keepsAClientWithoutScopes() {
        store.create(client("a"), "hash");

        assertThat(store.find("a")).map(found -> found.client().scopes()).contains(Set.of());
    }

    @Test
    void leavesAnExistingClientAsItIsWhenItIsCreatedAgain() {
        store.create(client("a"), "first");

        assertThat(store.create(new Client("a", Scope.all(), "2", Set.of()), "second"))
                .isFalse();

        assertThat(store.find("a")).contains(new ClientStore.Registration(client("a"), "first"));
    }

    @Test
    void createsAClientOnceAlsoForSeveralAtOnce() {
        long created = IntStream.range(0, 8)
                .parallel()
                .filter(attempt -> store.create(client("a"), "hash" + attempt))
                .count();

        assertThat(created).isEqualTo(1);
    }

    @Test
    void replacesScopesAndCompaniesButNotTheSecret() {
        store.create(client("a"), "hash");
        Client changed = new Client("a", Set.of(Scope.ORDERS_WRITE), "2", Set.of());

        assertThat(store.update(changed)).isTrue();

        assertThat(store.find("a")).contains(new ClientStore.Registration(changed, "hash"));
        assertThat(store.update(client("b"))).isFalse();
    }

    @Test
    void replacesTheSecretAlone() {
        store.create(client("a"), "old");

        assertThat(store.updateSecret("a", "new")).isTrue();

        assertThat(store.find("a")).contains(new ClientStore.Registration(client("a"), "new"));
        assertThat(store.updateSecret("b", "new")).isFalse();
    }

    @Test
    void forgetsADeletedClient() {
        store.create(client("a"), "hash");

        assertThat(store.delete("a")).isTrue();

        assertThat(store.find("a")).isEmpty();
        assertThat(store.list()).isEmpty();
        assertThat(store.delete("a")).isFalse();
    }

    @Test
    void findsNothingUnderTextsThatAreNoIds() {
        for (String text : List.of("", "\u0000", "a b", "\ud800", "x".repeat(65), "a'--")) {
            assertThat(store.find(text)).isEmpty();
        }
    }

    private static Client client(String clientId) {
        return new Client(clientId, Set.of(), "1", Set.of());
    }
}
