package io.ordermill.api.security;

import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** Checks signature and age of bearer tokens: our own, or those of the external issuer. */
@Configuration(proxyBeanMethods = false)
class TokenDecoding {

    @Bean
    @BuiltInIssuer
    JwtDecoder ownTokens(SigningKeys keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys::getPublic);
    }

    /** Asks the issuer for its keys when the first token comes, so that it need not be up when this service starts. */
    @Bean
    @ConditionalOnMissingBean(JwtDecoder.class)
    JwtDecoder foreignTokens(SecuritySettings settings) {
        String issuer = Objects.requireNonNull(settings.issuerUri()).toString();
        return new SupplierJwtDecoder(() -> JwtDecoders.fromIssuerLocation(issuer));
    }
}
