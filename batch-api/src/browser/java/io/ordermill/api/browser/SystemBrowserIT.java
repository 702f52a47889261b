package io.ordermill.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.ordermill.api.e2e.Tenant;
import io.ordermill.core.testing.GeneratedOrders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Visits.class)
class SystemBrowserIT {

    @Test
    void showsTheWorkerAndTheOperationItHas(Visit visit) {
        Tenant tenant = visit.signIn();
        String id = tenant.caller().accepted(GeneratedOrders.simple(30_000, 10), "?skipWorkflow=true");
        visit.open("/console/system");

        assertThat(visit.page().getByRole(AriaRole.LINK, new GetByRoleOptions().setName(id)))
                .isVisible();
        visit.screenshot("system");
        visit.assertAccessible();
        tenant.caller().post("/v1/batch-operations/" + id + "/cancel");
        tenant.caller().awaitEnd(id);

        // Asked again by itself.
        assertThat(visit.page().locator("#queue")).containsText("idle, of 2");
    }
}
