package io.ordermill.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.ordermill.api.e2e.Caller;
import io.ordermill.api.e2e.Tenant;
import io.ordermill.core.testing.GeneratedOrders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@ExtendWith(Visits.class)
class UploadBrowserIT {

    private static final Pattern OPERATION = Pattern.compile("/console/operations/[0-9a-f-]{36}$");

    @Test
    void takesADroppedFileAndGoesOnToItsOperation(Visit visit) {
        Tenant tenant = visit.signIn();
        visit.open("/console/upload");
        visit.screenshot("upload");
        visit.assertAccessible();

        visit.drop("#drop", "orders.json", GeneratedOrders.simple(50, 20));
        assertThat(visit.page().locator("#chosen")).containsText("orders.json");
        visit.page().getByLabel("Skip the workflow").check();
        visit.page().getByLabel("Label").fill("dropped");
        button(visit, "Upload").click();

        assertThat(visit.page()).hasURL(OPERATION);
        JsonNode status = tenant.caller().awaitEnd(visit.lastOfPath());
        assertThat(status.get("succeededItems").asInt()).isEqualTo(50);
        assertThat(status.get("fileName").asString()).isEqualTo("orders.json");
        assertThat(status.get("label").asString()).isEqualTo("dropped");
    }

    @Test
    void savesNothingInADryRun(Visit visit) {
        Tenant tenant = visit.signIn();
        visit.open("/console/upload");

        choose(visit, "orders.json", GeneratedOrders.simple(3, 1));
        visit.page().getByLabel("Dry run").check();
        button(visit, "Upload").click();

        assertThat(visit.page()).hasURL(OPERATION);
        JsonNode status = tenant.caller().awaitEnd(visit.lastOfPath());
        assertThat(status.get("dryRun").asBoolean()).isTrue();
        assertThat(status.get("skipWorkflow").asBoolean()).isFalse();
    }

    @Test
    void tellsWhyAFileIsNotTaken(Visit visit) {
        visit.signIn();
        visit.open("/console/upload");
        Locator refusal = visit.page().getByRole(AriaRole.ALERT);

        button(visit, "Upload").click();
        assertThat(refusal).hasText("Choose a file first.");
        choose(visit, "empty.json", new byte[0]);
        assertThat(refusal).isHidden();
        button(visit, "Upload").click();

        assertThat(refusal).containsText("empty");
        assertThat(button(visit, "Upload")).isEnabled();
        visit.screenshot("upload-refused");
        visit.complaints().expect("answered 400: .*/console/upload");
        visit.complaints().expect("Failed to load resource");
    }

    @Test
    void showsTheBytesThatAreSentAndCanBeStopped(Visit visit, @TempDir Path directory) throws IOException {
        visit.signIn();
        visit.open("/console/upload");
        visit.throttle(2_000_000);
        visit.page().locator("#file").setInputFiles(Files.write(directory.resolve("large.json"), new byte[40_000_000]));

        button(visit, "Upload").click();

        assertThat(visit.page().locator("#sent")).containsText(Pattern.compile("[1-9].* of 38.1 MB sent"));
        visit.screenshot("upload-sending");
        button(visit, "Stop").click();
        assertThat(button(visit, "Upload")).isEnabled();
        assertThat(visit.page()).hasURL(Pattern.compile("/console/upload$"));
    }

    @Test
    void sendsAFileAgainAfterALostConnectionWithoutImportingItTwice(Visit visit) {
        Tenant tenant = visit.signIn();
        visit.open("/console/upload");
        visit.page().route("**/console/upload?*", route -> {
            route.fetch();
            route.abort("connectionreset");
        });
        choose(visit, "orders.json", GeneratedOrders.simple(2, 1));
        button(visit, "Upload").click();
        assertThat(visit.page().getByRole(AriaRole.ALERT)).containsText("nothing is imported twice");
        visit.page().unroute("**/console/upload?*");

        button(visit, "Upload").click();

        assertThat(visit.page()).hasURL(OPERATION);
        assertThat(Caller.json(tenant.caller().get("/v1/batch-operations"))
                        .get("items")
                        .size())
                .isEqualTo(1);
        visit.complaints().expect("failed: POST .*/console/upload");
        visit.complaints().expect("Failed to load resource");
    }

    @Test
    void needsNoMouse(Visit visit) {
        Tenant tenant = visit.newTenant();
        Page page = visit.page();
        FilePayload file = new FilePayload("keys.json", "application/json", GeneratedOrders.simple(1, 20));
        page.onFileChooser(chooser -> chooser.setFiles(file));
        visit.open("/console");
        page.keyboard().type(tenant.clientId());
        page.keyboard().press("Tab");
        page.keyboard().type(tenant.clientSecret());
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/console/operations"));

        visit.tabTo(page.getByRole(AriaRole.NAVIGATION, new GetByRoleOptions().setName("Main"))
                .getByText("Upload"));
        page.keyboard().press("Enter");
        visit.tabTo(page.locator("#file"));
        page.keyboard().press("Enter");
        assertThat(page.locator("#chosen")).containsText("keys.json");
        visit.tabTo(page.locator("input[name=skipWorkflow]:checked"));
        page.keyboard().press("ArrowDown");
        visit.tabTo(button(visit, "Upload"));
        page.keyboard().press("Enter");

        assertThat(page).hasURL(OPERATION);
        assertThat(tenant.caller()
                        .awaitEnd(visit.lastOfPath())
                        .get("succeededItems")
                        .asInt())
                .isEqualTo(1);
    }

    private static void choose(Visit visit, String name, byte[] content) {
        visit.page().locator("#file").setInputFiles(new FilePayload(name, "application/json", content));
    }

    private static Locator button(Visit visit, String name) {
        return visit.page()
                .getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }
}
