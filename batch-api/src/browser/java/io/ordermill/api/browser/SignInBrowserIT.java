package io.ordermill.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.ordermill.api.e2e.Tenant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Visits.class)
class SignInBrowserIT {

    @Test
    void staysOutsideWithAWrongSecret(Visit visit) {
        Tenant tenant = visit.newTenant();
        visit.open("/console");

        visit.enter(tenant.clientId(), "wrong");

        assertThat(visit.page().getByRole(AriaRole.ALERT)).hasText("This client id and secret do not go together.");
        assertThat(visit.page()).hasURL(Pattern.compile("/console/login"));
        visit.screenshot("sign-in-refused");
        visit.assertAccessible();
    }

    @Test
    void getsInWithTheRightOneAndOutAgain(Visit visit) {
        Tenant tenant = visit.newTenant();
        Page page = visit.page();
        visit.open("/console/upload");

        visit.enter(tenant.clientId(), tenant.clientSecret());
        assertThat(page).hasURL(Pattern.compile("/console/upload"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();

        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("signed out");
        visit.open("/console/operations");
        assertThat(page).hasURL(Pattern.compile("/console/login"));
    }
}
