package io.ordermill.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.ordermill.api.e2e.Tenant;
import io.ordermill.core.testing.GeneratedOrders;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Visits.class)
class OperationsBrowserIT {

    /** An import takes its time. */
    private static final double PATIENCE = 4 * Surroundings.PATIENCE_MILLIS;

    private static final HasTextOptions PATIENTLY = new HasTextOptions().setTimeout(PATIENCE);
    private static final ContainsTextOptions SEEN_PATIENTLY = new ContainsTextOptions().setTimeout(PATIENCE);

    @Test
    void saysWhereToBeginWhereThereIsNothingYet(Visit visit) {
        visit.signIn();

        assertThat(visit.page().getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("No operation yet")))
                .isVisible();
        visit.assertAccessible();
    }

    @Test
    void followsAnImportToItsEnd(Visit visit) {
        Tenant tenant = visit.signIn();
        String id = tenant.caller().accepted(GeneratedOrders.simple(6_000, 10), "?skipWorkflow=true&label=night+run");
        Page page = visit.page();
        visit.open("/console/operations/" + id);
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1)))
                .hasText("night run");
        visit.screenshot("operation-running");
        visit.assertAccessible();

        assertThat(page.locator("#succeeded")).hasText("6,000", PATIENTLY);
        assertThat(page.locator("#live .status")).hasText("Completed");
        assertThat(page.getByRole(AriaRole.PROGRESSBAR).first()).hasAttribute("aria-valuenow", Pattern.compile("100"));
        assertThat(cancelButton(page)).isHidden();
        visit.screenshot("operation");
        visit.assertAccessible();

        page.reload();
        assertThat(page.locator("#throughput path.line")).isVisible();
    }

    @Test
    void cancelsAfterAskingBack(Visit visit) {
        Tenant tenant = visit.signIn();
        String id = tenant.caller().accepted(GeneratedOrders.simple(45_000, 10), "?skipWorkflow=true");
        Page page = visit.page();
        visit.open("/console/operations/" + id);

        cancelButton(page).click();
        visit.screenshot("cancel");
        button(page, "Keep it running").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
        cancelButton(page).click();
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
        assertThat(tenant.caller().status(id).get("processorResult").isNull()).isTrue();
        cancelButton(page).click();
        button(page, "Cancel the operation").click();

        assertThat(page.locator("#live .status")).hasText("Cancelled", PATIENTLY);
        assertThat(tenant.caller().status(id).get("status").asString()).isEqualTo("Cancelled");
    }

    @Test
    void keepsFiltersInTheAddressAndGoesBack(Visit visit) {
        Tenant tenant = visit.signIn();
        tenant.caller().awaitEnd(tenant.caller().accepted(GeneratedOrders.simple(2, 1), "?label=night"));
        tenant.caller().awaitEnd(tenant.caller().accepted("{".getBytes(UTF_8), "?label=day"));
        Page page = visit.page();
        visit.open("/console/operations");
        Locator rows = page.locator(".operations tbody tr");
        assertThat(rows).hasCount(2);

        page.getByLabel("Label").fill("night");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("[?&]label=night"));
        assertThat(rows).hasCount(1);
        page.reload();
        assertThat(rows).hasCount(1);
        assertThat(page.getByLabel("Label")).hasValue("night");
        page.goBack();

        assertThat(page).hasURL(Pattern.compile("/console/operations$"));
        assertThat(rows).hasCount(2);
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Failed").setExact(true))
                .click();
        assertThat(rows).hasCount(1);
        assertThat(rows).containsText("day");
    }

    @Test
    void showsNaughtyNamesAsTexts(Visit visit) {
        visit.signIn();
        String name = "<img src=x onerror=alert(1)> '& ${7*7} [[${7*7}]].json";
        String label = "'><svg/onload=alert(2)> javascript:alert(3) {{7*7}}";
        visit.open("/console/upload");
        visit.drop("#drop", name, "[]".getBytes(UTF_8));
        visit.page().getByLabel("Label").fill(label);
        button(visit.page(), "Upload").click();

        assertThat(visit.page().getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1)))
                .hasText(label);
        assertThat(visit.page().getByText(name)).isVisible();
        assertThat(visit.page()).hasTitle(label + " · Ordermill");
        visit.open("/console/operations");
        assertThat(visit.page().getByText(name)).isVisible();
        assertThat(visit.page().getByText(label)).isVisible();
    }

    @Test
    void switchesToDarkAndKeepsIt(Visit visit) {
        Tenant tenant = visit.signIn();
        String running = fill(tenant);
        Page page = visit.page();
        visit.open("/console/operations");
        assertThat(page.locator(".operations tbody tr")).hasCount(5);
        assertThat(page.locator(".operations tbody tr").first())
                .containsText(Pattern.compile("[1-9][0-9]?,[0-9]{3} of 12,000"), SEEN_PATIENTLY);
        visit.screenshot("operations");
        visit.assertAccessible();
        String light = background(page);

        button(page, "Switch between dark and light").click();
        String dark = background(page);
        visit.open("/console/system");

        assertThat(dark).isNotEqualTo(light);
        assertThat(background(page)).isEqualTo(dark);
        visit.open("/console/operations");
        visit.screenshot("operations-dark");
        button(page, "Switch between dark and light").click();
        assertThat(background(page)).isEqualTo(light);
        tenant.caller().post("/v1/batch-operations/" + running + "/cancel");
    }

    @Test
    void followsTheDarkSystem(Visit visit) {
        visit.open("/console/login");
        String light = background(visit.page());

        visit.prefer(ColorScheme.DARK);

        assertThat(background(visit.page())).isNotEqualTo(light);
    }

    /** Makes a list as operations staff see it, and gives back the operation that runs. */
    private static String fill(Tenant tenant) {
        String mistakes = "{\"customerId\":\"1O00\",\"transactionType\":\"SO\"}";
        byte[] good = GeneratedOrders.simple(1_200, 3);
        String mixed =
                new String(good, UTF_8).replaceFirst("(?s)]\\s*$", "," + (mistakes + ",").repeat(36) + mistakes + "]");
        tenant.caller().awaitEnd(tenant.caller().accepted(good, "?label=Web+shop&skipWorkflow=true"));
        tenant.caller()
                .awaitEnd(
                        tenant.caller().accepted(mixed.getBytes(UTF_8), "?label=Southern+branches&skipWorkflow=true"));
        tenant.caller().awaitEnd(tenant.caller().accepted("[{\"customerId\":".getBytes(UTF_8), "?label=Till+system"));
        tenant.caller().awaitEnd(tenant.caller().accepted(good, "?label=Price+check&skipWorkflow=true&dryRun=true"));
        return tenant.caller().accepted(GeneratedOrders.simple(12_000, 10), "?label=Night+run&skipWorkflow=true");
    }

    private static String background(Page page) {
        return (String) page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
    }

    private static Locator cancelButton(Page page) {
        return button(page, "Cancel …");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }
}
