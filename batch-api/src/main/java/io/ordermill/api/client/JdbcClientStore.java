package io.ordermill.api.client;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcClientStore implements ClientStore {

    private static final String SELECT = """
            select c.client_id, c.secret_hash, c.scopes, c.default_company_id, cc.company_id
            from api_client c join api_client_company cc on cc.client_id = c.client_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcClientStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Registration> find(String clientId) {
        if (!Client.isId(clientId)) {
            return Optional.empty();
        }
        return registrations(jdbc.sql(SELECT + "where c.client_id = :id").param("id", clientId)).stream()
                .findFirst();
    }

    @Override
    public List<Client> list() {
        return registrations(jdbc.sql(SELECT + "order by c.client_id")).stream()
                .map(Registration::client)
                .toList();
    }

    @Override
    public boolean isEmpty() {
        return jdbc.sql("select count(*) from api_client").query(Long.class).single() == 0;
    }

    @Override
    @Transactional
    public boolean create(Client client, String secretHash) {
        int created = jdbc.sql("""
                        insert into api_client (client_id, secret_hash, scopes, default_company_id, created_at)
                        values (:id, :hash, :scopes, :company, :now)
                        on conflict do nothing""")
                .param("id", client.clientId())
                .param("hash", secretHash)
                .param("scopes", text(client.scopes()))
                .param("company", client.defaultCompanyId())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (created == 1) {
            insertCompanies(client);
        }
        return created == 1;
    }

    @Override
    @Transactional
    public boolean update(Client client) {
        int updated = jdbc.sql(
                        "update api_client set scopes = :scopes, default_company_id = :company where client_id = :id")
                .param("scopes", text(client.scopes()))
                .param("company", client.defaultCompanyId())
                .param("id", client.clientId())
                .update();
        if (updated == 1) {
            jdbc.sql("delete from api_client_company where client_id = :id")
                    .param("id", client.clientId())
                    .update();
            insertCompanies(client);
        }
        return updated == 1;
    }

    @Override
    public boolean updateSecret(String clientId, String secretHash) {
        return jdbc.sql("update api_client set secret_hash = :hash where client_id = :id")
                        .param("hash", secretHash)
                        .param("id", clientId)
                        .update()
                == 1;
    }

    @Override
    public Set<String> lockAdministrators() {
        return Set.copyOf(jdbc.sql(
                        "select client_id from api_client where ' ' || scopes || ' ' like :admin order by client_id for update")
                .param("admin", "% " + Scope.ADMIN.value() + " %")
                .query(String.class)
                .list());
    }

    @Override
    public boolean delete(String clientId) {
        return jdbc.sql("delete from api_client where client_id = :id")
                        .param("id", clientId)
                        .update()
                == 1;
    }

    private void insertCompanies(Client client) {
        for (String companyId : client.companyIds()) {
            jdbc.sql("insert into api_client_company (client_id, company_id) values (:id, :company)")
                    .param("id", client.clientId())
                    .param("company", companyId)
                    .update();
        }
    }

    private static List<Registration> registrations(JdbcClient.StatementSpec query) {
        return query.query(JdbcClientStore::row).list().stream()
                .collect(Collectors.groupingBy(Row::clientId, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(JdbcClientStore::registration)
                .toList();
    }

    private static Row row(ResultSet result, int number) throws SQLException {
        return new Row(
                result.getString("client_id"),
                result.getString("secret_hash"),
                result.getString("scopes"),
                result.getString("default_company_id"),
                result.getString("company_id"));
    }

    private static Registration registration(List<Row> rows) {
        Row first = rows.get(0);
        Set<String> companies = rows.stream().map(Row::companyId).collect(Collectors.toSet());
        Client client = new Client(first.clientId(), scopes(first.scopes()), first.defaultCompanyId(), companies);
        return new Registration(client, first.secretHash());
    }

    private static String text(Set<Scope> scopes) {
        return scopes.stream().map(Scope::value).sorted().collect(Collectors.joining(" "));
    }

    private static Set<Scope> scopes(String text) {
        return Arrays.stream(text.split(" "))
                .flatMap(value -> Scope.find(value).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** One company of one client. */
    private record Row(String clientId, String secretHash, String scopes, String defaultCompanyId, String companyId) {}
}
