package io.ordermill.worker;

import io.ordermill.core.order.JudgedItem;
import io.ordermill.core.order.OrderPageWriter;
import io.ordermill.core.order.PageContext;
import io.ordermill.core.order.PageOutcome;
import io.ordermill.core.order.PreparedItem;
import io.ordermill.core.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** A worker in this JVM, as the application would start it but without its web server. */
public final class TestWorker implements AutoCloseable {

    /** Unless a test says otherwise. */
    private static final List<String> IMPATIENT =
            List.of("ordermill.worker.polling-interval=20ms", "ordermill.worker.retry-delay=10ms");

    private final ConfigurableApplicationContext context;

    private TestWorker(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static TestWorker on(TestDatabase database, String... settings) {
        return on(database, page -> {}, settings);
    }

    /** Calls the hook in every page's transaction, before anything of the page is written. */
    static TestWorker on(TestDatabase database, Consumer<PageContext> beforePage, String... settings) {
        return on(database, hooked(beforePage), settings);
    }

    /** Calls the hooks of a worker whose imports are rehearsed. */
    static TestWorker on(TestDatabase database, RehearsalHooks hooks, String... settings) {
        return on(database, (BeanPostProcessor) hooks, settings);
    }

    /** Lets the test wrap beans. */
    public static TestWorker on(TestDatabase database, BeanPostProcessor wrapping, String... settings) {
        SpringApplication application = BatchWorkerApplication.application();
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setRegisterShutdownHook(false);
        application.addInitializers(context -> context.getBeanFactory().addBeanPostProcessor(wrapping));
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--spring.main.banner-mode=off"));
        IMPATIENT.stream()
                .filter(patience ->
                        Stream.of(settings).noneMatch(setting -> name(setting).equals(name(patience))))
                .forEach(setting -> arguments.add("--" + setting));
        Stream.of(settings).forEach(setting -> arguments.add("--" + setting));
        return new TestWorker(application.run(arguments.toArray(String[]::new)));
    }

    private static String name(String setting) {
        return setting.substring(0, setting.indexOf('='));
    }

    private static BeanPostProcessor hooked(Consumer<PageContext> beforePage) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof OrderPageWriter writer ? new HookedPageWriter(writer, beforePage) : bean;
            }
        };
    }

    private record HookedPageWriter(OrderPageWriter writer, Consumer<PageContext> beforePage)
            implements OrderPageWriter {

        @Override
        public List<PreparedItem> prepare(List<JudgedItem> items) {
            return writer.prepare(items);
        }

        @Override
        public void holdCompany(String companyId) {
            writer.holdCompany(companyId);
        }

        @Override
        public PageOutcome write(PageContext page, List<PreparedItem> items) {
            beforePage.accept(page);
            return writer.write(page, items);
        }
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Whether it has begun to close. */
    boolean isClosing() {
        return context.isClosed();
    }

    @Override
    public void close() {
        context.close();
    }
}
