package io.ordermill.api.security;

import io.ordermill.api.client.Client;
import io.ordermill.api.client.ClientSecrets;
import io.ordermill.api.client.ClientStore;
import io.ordermill.api.client.Scope;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/**
 * Shows our clients to the token endpoint. An unknown id gets a registration too, with a secret nobody knows, so that it is
 * refused after the same time and in the same words as a wrong secret.
 */
@Component
@BuiltInIssuer
class ClientRegistrations implements RegisteredClientRepository {

    private final ClientStore clients;
    private final ClientSecrets secrets;
    private final SecuritySettings settings;

    ClientRegistrations(ClientStore clients, ClientSecrets secrets, SecuritySettings settings) {
        this.clients = clients;
        this.secrets = secrets;
        this.settings = settings;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("clients are kept by ClientStore");
    }

    @Override
    public RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public RegisteredClient findByClientId(String clientId) {
        return clients.find(clientId)
                .map(known -> registration(clientId, known.secretHash(), scopes(known.client())))
                .orElseGet(() -> registration("nobody", secrets.hashOfNobody(), Set.of()));
    }

    private RegisteredClient registration(String clientId, String secretHash, Set<String> scopes) {
        return RegisteredClient.withId(clientId)
                .clientId(clientId)
                .clientSecret(secretHash)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(all -> all.addAll(scopes))
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(settings.tokenLifetime())
                        .build())
                .build();
    }

    private static Set<String> scopes(Client client) {
        return client.scopes().stream().map(Scope::value).collect(Collectors.toSet());
    }
}
