package io.ordermill.api.security;

import io.ordermill.api.client.ClientSecrets;
import io.ordermill.api.client.ClientStore;
import io.ordermill.api.client.ClientStore.Registration;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Checks client id and secret of HTTP Basic. */
@Component
class BasicAuthentication implements AuthenticationProvider {

    private final ClientStore clients;
    private final ClientSecrets secrets;

    BasicAuthentication(ClientStore clients, ClientSecrets secrets) {
        this.clients = clients;
        this.secrets = secrets;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        Optional<Registration> registration = clients.find(attempt.getName());
        String hash = registration.map(Registration::secretHash).orElseGet(secrets::hashOfNobody);
        boolean matches = secrets.matches(String.valueOf(attempt.getCredentials()), hash);
        return registration
                .filter(known -> matches)
                .map(Registration::client)
                .map(client -> new CallerAuthentication(Caller.of(client, client.scopes())))
                .orElseThrow(() -> new BadCredentialsException("unknown client or wrong secret"));
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }
}
