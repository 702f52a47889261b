package io.ordermill.api.bootstrap;

import io.ordermill.api.client.Client;
import io.ordermill.api.client.ClientSecrets;
import io.ordermill.api.client.ClientStore;
import io.ordermill.api.client.Scope;
import io.ordermill.core.company.Company;
import io.ordermill.core.company.CompanyStore;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the first client before the port opens. Several nodes may start at once: the client's row decides, and whoever comes
 * second changes nothing.
 */
@Component
class FirstStart implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    private static final String COMPANY = "1";
    private static final String DEMO_CLIENT = "demo";

    private final BootstrapSettings settings;
    private final ClientStore clients;
    private final ClientSecrets secrets;
    private final CompanyStore companies;
    private final EmbeddedDemo demo;
    private final TransactionTemplate transaction;

    FirstStart(
            BootstrapSettings settings,
            ClientStore clients,
            ClientSecrets secrets,
            CompanyStore companies,
            EmbeddedDemo demo,
            TransactionTemplate transaction) {
        this.settings = settings;
        this.clients = clients;
        this.secrets = secrets;
        this.companies = companies;
        this.demo = demo;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!clients.isEmpty()) {
            return;
        }
        String clientId = settings.clientId();
        String clientSecret = settings.clientSecret();
        if (clientId != null && clientSecret != null) {
            transaction.executeWithoutResult(status -> bootstrap(clientId, clientSecret));
        } else if (demo.isEmbedded()) {
            transaction.executeWithoutResult(status -> demo());
        } else {
            LOG.warn("There is no client yet, so nobody can call. Start once with ORDERMILL_BOOTSTRAP_CLIENT_ID and"
                    + " ORDERMILL_BOOTSTRAP_CLIENT_SECRET.");
        }
    }

    private void bootstrap(String clientId, String clientSecret) {
        createCompany("Company 1");
        if (createClient(clientId, clientSecret)) {
            LOG.info("Made the first client, {}, with all scopes in company {}.", clientId, COMPANY);
        }
    }

    private void demo() {
        createCompany("Demo company");
        demo.loadReferenceData(COMPANY);
        String secret = secrets.generate();
        // Before the commit: a client whose secret nobody knows would be worse than a file that opens nothing.
        demo.publish(DEMO_CLIENT, secret);
        createClient(DEMO_CLIENT, secret);
    }

    private void createCompany(String name) {
        if (companies.find(COMPANY).isEmpty()) {
            companies.save(new Company(COMPANY, name, false));
        }
    }

    private boolean createClient(String clientId, String secret) {
        Client client = new Client(clientId, Scope.all(), COMPANY, Set.of(COMPANY));
        return clients.create(client, Objects.requireNonNull(secrets.encode(secret)));
    }
}
