package io.ordermill.api.security;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Every path needs a known client, but for health, metrics and the description of the API. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebMvcConfigurer {

    private static final String[] OPEN = {
        "/actuator/health/liveness",
        "/actuator/health/readiness",
        "/actuator/prometheus",
        "/v3/api-docs",
        "/v3/api-docs.yaml",
        "/v3/api-docs/**",
        "/swagger-ui.html",
        "/swagger-ui/**"
    };

    /** What the console shows to people who have not signed in. */
    private static final String[] CONSOLE_OPEN = {"/console", "/console/login", "/console/failure", "/console/assets/**"
    };

    @Bean
    @Order(2)
    SecurityFilterChain api(
            HttpSecurity http,
            BasicAuthentication basic,
            TokenAuthentication token,
            Unauthorized unauthorized,
            Forbidden forbidden) {
        return stateless(http)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(OPEN)
                                .permitAll()
                                .requestMatchers("/actuator/**")
                                .denyAll()
                                .anyRequest()
                                .authenticated())
                .authenticationProvider(basic)
                .httpBasic(scheme -> scheme.authenticationEntryPoint(unauthorized))
                .oauth2ResourceServer(scheme ->
                        scheme.authenticationEntryPoint(unauthorized).jwt(jwt -> jwt.jwtAuthenticationConverter(token)))
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(unauthorized).accessDeniedHandler(forbidden))
                .build();
    }

    /** Else each filter of each call would be timed for metrics that nobody is told about: about a tenth of what a poll costs. */
    @Bean
    static SecurityObservationSettings withoutObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** No sessions, no forms; and no CSRF tokens, for a browser never adds credentials to a call by itself. */
    static HttpSecurity stateless(HttpSecurity http) {
        return http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ScopeInterceptor())
                .addPathPatterns("/v1/**", "/console/**")
                .excludePathPatterns(CONSOLE_OPEN);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
    }
}
