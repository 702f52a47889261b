package io.ordermill.api.security;

import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * {@code POST /oauth2/token}: client id and secret, by HTTP Basic or in the form, give a bearer token (RFC 6749, client
 * credentials). Refusals are problems that also carry the members {@code error} and {@code error_description} of OAuth 2.
 */
@Configuration(proxyBeanMethods = false)
@BuiltInIssuer
class TokenEndpoint {

    private static final String PATH = "/oauth2/token";

    private final Problems problems;
    private final Unauthorized unauthorized;

    TokenEndpoint(Problems problems, Unauthorized unauthorized) {
        this.problems = problems;
        this.unauthorized = unauthorized;
    }

    @Bean
    @Order(1)
    SecurityFilterChain tokens(
            HttpSecurity http,
            ClientRegistrations registrations,
            UnrecordedAuthorizations authorizations,
            WrongSecrets wrongSecrets) {
        return SecurityConfiguration.stateless(http)
                .securityMatcher(PathPatternRequestMatcher.pathPattern(HttpMethod.POST, PATH))
                .oauth2AuthorizationServer(server -> server.registeredClientRepository(registrations)
                        .authorizationService(authorizations)
                        .authorizationServerSettings(AuthorizationServerSettings.builder()
                                .tokenEndpoint(PATH)
                                .build())
                        .clientAuthentication(
                                clients -> clients.authenticationProviders(providers -> providers.replaceAll(
                                                provider -> provider instanceof ClientSecretAuthenticationProvider
                                                        ? new GuardedProvider(provider, wrongSecrets)
                                                        : provider))
                                        .errorResponseHandler(this::refuse))
                        .tokenEndpoint(endpoint -> endpoint.errorResponseHandler(this::refuse)))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(failures -> failures.authenticationEntryPoint(unauthorized))
                .build();
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure.getCause() instanceof TooManyWrongSecretsException tooMany) {
            unauthorized.refuse(request, response, tooMany);
            return;
        }
        OAuth2Error error = failure instanceof OAuth2AuthenticationException oauth
                ? oauth.getError()
                : new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT);
        if (error.getErrorCode().equals(OAuth2ErrorCodes.INVALID_CLIENT)) {
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"ordermill\"");
            write(request, response, ProblemCode.UNAUTHORIZED, Unauthorized.DETAIL, error);
        } else {
            String detail = Objects.requireNonNullElse(error.getDescription(), "The token request is not valid.");
            write(request, response, ProblemCode.BAD_REQUEST, detail, error);
        }
    }

    private void write(
            HttpServletRequest request,
            HttpServletResponse response,
            ProblemCode code,
            String detail,
            OAuth2Error error)
            throws IOException {
        Map<String, Object> members = Map.of("error", error.getErrorCode(), "error_description", detail);
        problems.write(request, response, code, detail, members);
    }
}
