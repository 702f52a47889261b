package io.ordermill.api.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.ordermill.api.e2e.Tenant;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A user before an empty browser window. */
final class Visit implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int MOST_STOPS = 60;

    private final Surroundings surroundings;
    private final BrowserContext context;
    private final Complaints complaints;
    private final Page page;

    private Visit(Surroundings surroundings, BrowserContext context) {
        this.surroundings = surroundings;
        this.context = context;
        this.complaints = Complaints.of(context);
        this.page = context.newPage();
    }

    static Visit in(Surroundings surroundings) {
        NewContextOptions options = new NewContextOptions()
                .setBaseURL(surroundings.baseUrl())
                .setViewportSize(1280, 860)
                .setLocale("en-GB")
                .setTimezoneId("Europe/Oslo")
                .setColorScheme(ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE);
        BrowserContext context = surroundings.browser().newContext(options);
        context.setDefaultTimeout(Surroundings.PATIENCE_MILLIS);
        return new Visit(surroundings, context);
    }

    Page page() {
        return page;
    }

    Complaints complaints() {
        return complaints;
    }

    /** A company of this visit's own, with a client that may do everything in it. */
    Tenant newTenant() {
        return Tenant.withSeedReferences(surroundings.baseUrl(), surroundings.admin());
    }

    void open(String path) {
        page.navigate(path);
    }

    /** Fills the sign-in page and sends it. */
    void enter(String clientId, String secret) {
        page.getByLabel("Client id").fill(clientId);
        page.getByLabel("Secret").fill(secret);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign in"))
                .click();
    }

    /** Signs in as the client of a new company. */
    Tenant signIn() {
        Tenant tenant = newTenant();
        open("/console/login");
        enter(tenant.clientId(), tenant.clientSecret());
        page.waitForURL("**/console/operations");
        return tenant;
    }

    /** Drags a file from outside onto an element. */
    void drop(String selector, String fileName, byte[] content) {
        JSHandle file = page.evaluateHandle("""
                ([name, text]) => {
                  const transfer = new DataTransfer();
                  transfer.items.add(new File([text], name, {type: 'application/json'}));
                  return transfer;
                }""", List.of(fileName, new String(content, UTF_8)));
        for (String type : List.of("dragenter", "dragover", "drop")) {
            page.locator(selector).dispatchEvent(type, Map.of("dataTransfer", file));
        }
    }

    /** Goes on by the tabulator until an element has the focus. */
    void tabTo(Locator element) {
        for (int stops = 0; stops < MOST_STOPS; stops++) {
            if (Boolean.TRUE.equals(element.evaluate("element => element === document.activeElement"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard does not get to " + element);
    }

    /** From now on no more than so many bytes a second are sent. */
    void throttle(int bytesPerSecond) {
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", 0);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", bytesPerSecond);
        context.newCDPSession(page).send("Network.emulateNetworkConditions", conditions);
    }

    String lastOfPath() {
        return page.url().substring(page.url().lastIndexOf('/') + 1);
    }

    void prefer(ColorScheme scheme) {
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
    }

    void screenshot(String name) {
        page.screenshot(new ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** What is at this address, in both themes. */
    void assertAccessible() {
        Accessibility.assertOf(context, page.url(), ColorScheme.LIGHT);
        Accessibility.assertOf(context, page.url(), ColorScheme.DARK);
    }

    @Override
    public void close() {
        context.close();
    }
}
