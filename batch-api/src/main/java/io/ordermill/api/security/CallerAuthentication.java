package io.ordermill.api.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;

/** A client that has proved itself. Carries no authorities: scopes are asked of the {@link Caller}. */
class CallerAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final Caller caller;
    private final @Nullable String secretHash;

    /** A client that has shown a token. */
    CallerAuthentication(Caller caller) {
        this(caller, null);
    }

    /**
     * A client that has shown its secret.
     *
     * @param secretHash what the secret matched
     */
    CallerAuthentication(Caller caller, @Nullable String secretHash) {
        super(List.<GrantedAuthority>of());
        this.caller = caller;
        this.secretHash = secretHash;
        setAuthenticated(true);
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    boolean isProvedBy(String hash) {
        return hash.equals(secretHash);
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallerAuthentication that && that.caller.equals(caller);
    }

    @Override
    public int hashCode() {
        return caller.hashCode();
    }
}
