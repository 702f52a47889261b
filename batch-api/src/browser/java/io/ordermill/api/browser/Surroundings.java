package io.ordermill.api.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.ordermill.api.e2e.Caller;
import io.ordermill.api.e2e.OrdermillProcess;
import io.ordermill.api.e2e.OrdermillProcess.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The packaged product on a fresh data directory and a browser, started once for all tests of a run. */
record Surroundings(OrdermillProcess ordermill, Caller admin, Chromium chromium) implements AutoCloseable {

    /** For a machine that has much else to do; nothing waits that long on an idle one. */
    static final double PATIENCE_MILLIS = 30_000;

    static Surroundings start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        try {
            Path dataDir = Files.createTempDirectory(Path.of("target"), "browser-data-")
                    .toAbsolutePath();
            OrdermillProcess ordermill =
                    OrdermillProcess.onH2(Program.jar(OrdermillProcess.API), dataDir, Map.of(), "-Xmx512m");
            return new Surroundings(ordermill, Caller.demo(ordermill.baseUrl(), dataDir), Chromium.launch());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Browser browser() {
        return chromium.browser();
    }

    String baseUrl() {
        return ordermill.baseUrl();
    }

    @Override
    public void close() {
        chromium.close();
        ordermill.close();
    }
}
