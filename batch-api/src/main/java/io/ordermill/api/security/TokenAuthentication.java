package io.ordermill.api.security;

import io.ordermill.api.client.Client;
import io.ordermill.api.client.ClientStore;
import io.ordermill.api.client.ClientStore.Registration;
import io.ordermill.api.client.Scope;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;

/**
 * Finds the client a token speaks for. The token proves who calls; what the caller may do is in our record. Only a token of
 * our own that was asked for with fewer scopes stays as narrow as it was asked for.
 */
@Component
class TokenAuthentication implements Converter<Jwt, AbstractAuthenticationToken> {

    private final ClientStore clients;
    private final SecuritySettings settings;

    TokenAuthentication(ClientStore clients, SecuritySettings settings) {
        this.clients = clients;
        this.settings = settings;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        return Stream.of("client_id", "azp", "sub")
                .map(token::getClaimAsString)
                .filter(Objects::nonNull)
                .map(clients::find)
                .flatMap(Optional::stream)
                .findFirst()
                .map(Registration::client)
                .map(client -> new CallerAuthentication(Caller.of(client, scopes(client, token))))
                .orElseThrow(() -> new InvalidBearerTokenException("the token names no client of this service"));
    }

    private Set<Scope> scopes(Client client, Jwt token) {
        if (settings.hasExternalIssuer() || !token.hasClaim("scope")) {
            return client.scopes();
        }
        Set<Scope> asked = token.getClaimAsStringList("scope").stream()
                .flatMap(text -> Arrays.stream(text.split(" ")))
                .flatMap(value -> Scope.find(value).stream())
                .collect(Collectors.toSet());
        return client.scopes().stream().filter(asked::contains).collect(Collectors.toUnmodifiableSet());
    }
}
