package io.ordermill.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages that stay open while something else happens. */
@ExtendWith(Visits.class)
class StalePagesBrowserIT {

    @Test
    void leavesForSignInWhenTheSessionIsOver(Visit visit) {
        visit.signIn();
        Page page = visit.page();
        page.context()
                .addCookies(List.of(new Cookie("ORDERMILL_SESSION", "ended")
                        .setDomain(URI.create(page.url()).getHost())
                        .setPath("/console")));
        visit.complaints().expect("401");

        chip(page, "Running").click();

        assertThat(page).hasURL(Pattern.compile("/console/login\\?state=expired$"));
        assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("session is over")))
                .isVisible();
    }

    @Test
    void saysThatItIsOldWhileTheServiceIsAway(Visit visit) {
        visit.signIn();
        Page page = visit.page();
        Locator notice = page.locator("#connection");
        Pattern running = Pattern.compile("state=running");
        assertThat(notice).isHidden();
        visit.complaints().expect("ERR_FAILED");
        visit.complaints().expect("htmx:(sendError|afterRequest)");
        page.route(running, Route::abort);

        chip(page, "Running").click();

        assertThat(notice).containsText("may be out of date");
        page.unroute(running);
        chip(page, "Running").click();
        assertThat(page).hasURL(Pattern.compile("state=running"));
        assertThat(notice).isHidden();
    }

    private static Locator chip(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true));
    }
}
