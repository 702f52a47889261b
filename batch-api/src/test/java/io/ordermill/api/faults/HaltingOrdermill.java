package io.ordermill.api.faults;

import io.ordermill.api.BatchApiApplication;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;

/** Ordermill with its worker, which halts itself: {@code -Dhalt.point}, a {@link HaltPoint}, and {@code -Dhalt.directory}. */
final class HaltingOrdermill {

    static final String POINT = "halt.point";
    static final String DIRECTORY = "halt.directory";

    private HaltingOrdermill() {}

    public static void main(String[] arguments) {
        HaltingDatabase database = new HaltingDatabase(
                HaltPoint.valueOf(System.getProperty(POINT)), Path.of(System.getProperty(DIRECTORY)));
        SpringApplication application = new SpringApplication(BatchApiApplication.class);
        application.addInitializers(context -> context.getBeanFactory().addBeanPostProcessor(database));
        application.run(arguments);
    }
}
