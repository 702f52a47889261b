package io.ordermill.api.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.ordermill.api.e2e.Tenant;
import java.nio.file.Path;

/** A user before an empty browser window. */
final class Visit implements AutoCloseable {

    static final Path SCREENSHOTS = Path.of("target", "screenshots");

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

    void prefer(ColorScheme scheme) {
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
    }

    void screenshot(String name) {
        page.screenshot(new ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** What is on the page now, looked at again with axe. */
    void assertAccessible(ColorScheme scheme) {
        Accessibility.assertOf(context, page.url(), scheme);
    }

    @Override
    public void close() {
        context.close();
    }
}
