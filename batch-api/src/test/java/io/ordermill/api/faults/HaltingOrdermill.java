package io.ordermill.api.faults;

import io.ordermill.api.BatchApiApplication;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;

/** Ordermill with its worker, whose work halts: {@code -Dhalt.points}, names of {@link HaltPoint} between commas. */
final class HaltingOrdermill {

    static final String POINTS = "halt.points";

    private HaltingOrdermill() {}

    public static void main(String[] arguments) {
        HaltingDatabase database =
                new HaltingDatabase(Arrays.stream(System.getProperty(POINTS).split(","))
                        .map(HaltPoint::valueOf)
                        .toList());
        SpringApplication application = new SpringApplication(BatchApiApplication.class);
        application.addInitializers(context -> context.getBeanFactory().addBeanPostProcessor(database));
        application.run(arguments);
    }
}
