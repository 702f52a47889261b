package io.ordermill.api.client;

import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import io.ordermill.core.company.CompanyStore;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Creates, changes and revokes clients. */
@Component
class ClientAdministration {

    private final ClientStore clients;
    private final CompanyStore companies;
    private final ClientSecrets secrets;

    ClientAdministration(ClientStore clients, CompanyStore companies, ClientSecrets secrets) {
        this.clients = clients;
        this.companies = companies;
        this.secrets = secrets;
    }

    List<ClientView> list() {
        return clients.list().stream()
                .map(client -> ClientView.of(client, null))
                .toList();
    }

    ClientView find(String clientId) {
        return clients.find(clientId)
                .map(known -> ClientView.of(known.client(), null))
                .orElseThrow(ClientAdministration::notFound);
    }

    /** Creates the client with a secret of its own, or changes the one there is and leaves its secret alone. */
    @Transactional
    ClientView put(Client client) {
        if (!Client.isId(client.clientId())) {
            throw ClientRequest.invalid("A client id has 1 to 64 letters, digits, dots, hyphens, underscores or tildes"
                    + " and begins with a letter or digit.");
        }
        for (String companyId : new TreeSet<>(client.companyIds())) {
            if (!Client.isId(companyId) || companies.find(companyId).isEmpty()) {
                throw ClientRequest.invalid("There is no company " + companyId + ".");
            }
        }
        if (!client.scopes().contains(Scope.ADMIN)) {
            keepAnAdministrator(client.clientId());
        }
        if (clients.update(client)) {
            return ClientView.of(client, null);
        }
        String secret = secrets.generate();
        if (clients.create(client, hash(secret))) {
            return ClientView.of(client, secret);
        }
        // Created by someone else in between: then this is a change after all.
        clients.update(client);
        return ClientView.of(client, null);
    }

    ClientView rotateSecret(String clientId) {
        ClientView client = find(clientId);
        String secret = secrets.generate();
        if (!clients.updateSecret(clientId, hash(secret))) {
            throw notFound();
        }
        return new ClientView(
                client.clientId(), client.scopes(), client.defaultCompanyId(), client.companyIds(), secret);
    }

    @Transactional
    void delete(String clientId) {
        keepAnAdministrator(clientId);
        if (!Client.isId(clientId) || !clients.delete(clientId)) {
            throw notFound();
        }
    }

    private void keepAnAdministrator(String without) {
        if (clients.lockAdministrators().equals(Set.of(without))) {
            throw new ProblemException(
                    ProblemCode.LAST_ADMINISTRATOR,
                    "Client " + without + " is the last one with the scope admin; give it to another one first.");
        }
    }

    private String hash(String secret) {
        return Objects.requireNonNull(secrets.encode(secret));
    }

    private static ProblemException notFound() {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is no such client.");
    }
}
