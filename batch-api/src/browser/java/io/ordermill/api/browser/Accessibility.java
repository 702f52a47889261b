package io.ordermill.api.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Set;

/** What axe finds wrong with a page. It runs in a context of its own, for it needs the content security policy out of its way. */
final class Accessibility {

    private static final Set<String> WORSE = Set.of("serious", "critical");

    private Accessibility() {}

    static void assertOf(BrowserContext signedIn, String url, ColorScheme scheme) {
        NewContextOptions options = new NewContextOptions()
                .setBypassCSP(true)
                .setColorScheme(scheme)
                .setStorageState(signedIn.storageState());
        try (BrowserContext context = signedIn.browser().newContext(options)) {
            Page page = context.newPage();
            page.navigate(url);
            List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
            assertThat(violations)
                    .as("found by axe in %s, %s", url, scheme)
                    .filteredOn(rule -> WORSE.contains(rule.getImpact()))
                    .extracting(rule -> rule.getId() + ": " + rule.getHelp() + " "
                            + rule.getNodes().stream()
                                    .map(node -> node.getHtml())
                                    .toList())
                    .isEmpty();
        }
    }
}
