package io.ordermill.api.console;

import io.ordermill.api.security.BasicAuthentication;
import io.ordermill.api.security.TooManyWrongSecretsException;
import jakarta.servlet.DispatcherType;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.ExceptionMappingAuthenticationFailureHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.session.DisableEncodeUrlFilter;

/**
 * Sessions for people, below {@code /console} only. Whoever has not signed in has no session: the CSRF token and the address
 * to go on to are in cookies.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

    private static final String POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    @Order(0)
    SecurityFilterChain console(HttpSecurity http, BasicAuthentication clients) {
        ConsoleEntry entry = new ConsoleEntry();
        return http.securityMatcher("/console", "/console/**")
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(ConsoleEntry.PATH, ConsoleAssets.PATH + "/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .authenticationProvider(clients)
                .formLogin(login -> login.loginPage(ConsoleEntry.PATH)
                        .usernameParameter("clientId")
                        .passwordParameter("clientSecret")
                        .defaultSuccessUrl("/console/operations")
                        .failureHandler(refused()))
                .logout(logout ->
                        logout.logoutUrl("/console/logout").logoutSuccessUrl(ConsoleEntry.path(ConsoleEntry.State.OUT)))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie()))
                .requestCache(cache -> cache.requestCache(addressCookie()))
                .headers(ConsoleSecurity::headers)
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(entry).accessDeniedHandler(new StaleForm()))
                .addFilterBefore(new FilterFailures(), DisableEncodeUrlFilter.class)
                .addFilterBefore(new PresentCaller(clients), AuthorizationFilter.class)
                .build();
    }

    private static ExceptionMappingAuthenticationFailureHandler refused() {
        ExceptionMappingAuthenticationFailureHandler handler = new ExceptionMappingAuthenticationFailureHandler();
        handler.setDefaultFailureUrl(ConsoleEntry.path(ConsoleEntry.State.REFUSED));
        handler.setExceptionMappings(
                Map.of(TooManyWrongSecretsException.class.getName(), ConsoleEntry.path(ConsoleEntry.State.LOCKED)));
        handler.setAllowSessionCreation(false);
        return handler;
    }

    /** Not for scripts: pages carry the token, masked, in their forms and for htmx. */
    private static CookieCsrfTokenRepository csrfCookie() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("ORDERMILL_CSRF");
        tokens.setHeaderName("X-CSRF-Token");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    private static CookieRequestCache addressCookie() {
        CookieRequestCache addresses = new CookieRequestCache();
        addresses.setRequestMatcher(request -> request.getMethod().equals("GET") && !Htmx.asks(request));
        return addresses;
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN));
    }
}
