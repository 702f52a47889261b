package io.ordermill.worker;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Quiets what reports a failure a second time: {@code worker.dispatch} logs each one once, with what happens next. Travels
 * with the module into whichever application it runs in, and any configuration overrides it.
 */
class WorkerLogLevels implements EnvironmentPostProcessor {

    private static final Map<String, Object> LEVELS = Map.of(
            "logging.level.org.springframework.batch.core.step", "off",
            "logging.level.org.springframework.batch.core.job", "off",
            "logging.level.org.springframework.batch.core.launch", "warn",
            "logging.level.com.github.kagkarlsson.scheduler", "warn",
            // Warns of columns without a time zone; ours have one.
            "logging.level.com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization.utc_warning", "error");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("worker log levels", LEVELS));
    }
}
