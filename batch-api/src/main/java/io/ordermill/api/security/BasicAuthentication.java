package io.ordermill.api.security;

import io.ordermill.api.client.Client;
import io.ordermill.api.client.ClientSecrets;
import io.ordermill.api.client.ClientStore;
import io.ordermill.api.client.ClientStore.Registration;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Checks client id and secret: of HTTP Basic on every call, of a session when it begins. */
@Component
public class BasicAuthentication implements AuthenticationProvider {

    private final ClientStore clients;
    private final ClientSecrets secrets;
    private final WrongSecrets wrongSecrets;

    BasicAuthentication(ClientStore clients, ClientSecrets secrets, WrongSecrets wrongSecrets) {
        this.clients = clients;
        this.secrets = secrets;
        this.wrongSecrets = wrongSecrets;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        return wrongSecrets.guard(attempt, () -> check(attempt));
    }

    private Authentication check(Authentication attempt) {
        Optional<Registration> registration = clients.find(attempt.getName());
        String hash = registration.map(Registration::secretHash).orElseGet(secrets::hashOfNobody);
        boolean matches = secrets.matches(String.valueOf(attempt.getCredentials()), hash);
        return registration
                .filter(known -> matches)
                .map(BasicAuthentication::of)
                .orElseThrow(() -> new BadCredentialsException("unknown client or wrong secret"));
    }

    /**
     * What a client that proved itself earlier is now: with its present scopes and companies. Empty where it exists no more or
     * has another secret.
     */
    public Optional<Authentication> again(Authentication earlier) {
        return earlier instanceof CallerAuthentication proved
                ? clients.find(earlier.getName())
                        .filter(known -> proved.isProvedBy(known.secretHash()))
                        .map(BasicAuthentication::of)
                : Optional.empty();
    }

    private static Authentication of(Registration registration) {
        Client client = registration.client();
        return new CallerAuthentication(Caller.of(client, client.scopes()), registration.secretHash());
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }
}
