package io.ordermill.api.console;

import org.springframework.stereotype.Component;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** How templates become pages. */
@Component
class ConsoleViews {

    ConsoleViews(ThymeleafViewResolver views, ConsoleAssets assets) {
        views.addStaticVariable("assets", assets.path());
        // Whatever the address ends with, it is HTML.
        views.setForceContentType(true);
    }
}
