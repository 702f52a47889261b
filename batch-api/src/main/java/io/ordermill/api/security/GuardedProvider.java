package io.ordermill.api.security;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/** Lets the token endpoint check a secret only within the bounds of {@link WrongSecrets}. It takes exceptions of OAuth 2 only. */
record GuardedProvider(AuthenticationProvider provider, WrongSecrets wrongSecrets) implements AuthenticationProvider {

    @Override
    public Authentication authenticate(Authentication attempt) {
        try {
            return wrongSecrets.guard(attempt, () -> provider.authenticate(attempt));
        } catch (OAuth2AuthenticationException refused) {
            throw refused;
        } catch (AuthenticationException refused) {
            throw new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT), refused);
        }
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return provider.supports(attempt);
    }
}
