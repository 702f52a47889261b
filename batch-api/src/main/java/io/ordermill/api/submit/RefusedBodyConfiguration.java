package io.ordermill.api.submit;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Puts {@link RefusedBodyValve} outside of everything that answers. */
@Component
class RefusedBodyConfiguration implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final UploadSettings settings;

    RefusedBodyConfiguration(UploadSettings settings) {
        this.settings = settings;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new RefusedBodyValve(settings));
    }
}
