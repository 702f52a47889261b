package io.ordermill.worker;

import io.ordermill.core.operation.OperationQueue;
import io.ordermill.core.order.OrderPageRehearsal;
import io.ordermill.core.order.OrderPageWriter;
import io.ordermill.core.order.PageContext;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Lets a test act at the turning points of a rehearsed import. Every hook is called before the product does its part. */
final class RehearsalHooks implements BeanPostProcessor {

    private Consumer<PageContext> rehearsedPage = page -> {};
    private Consumer<PageContext> writtenPage = page -> {};
    private Runnable hold = () -> {};
    private Runnable finish = () -> {};

    static RehearsalHooks none() {
        return new RehearsalHooks();
    }

    RehearsalHooks rehearsedPage(Consumer<PageContext> hook) {
        rehearsedPage = hook;
        return this;
    }

    RehearsalHooks writtenPage(Consumer<PageContext> hook) {
        writtenPage = hook;
        return this;
    }

    /** Before the transaction that saves all holds the company. */
    RehearsalHooks hold(Runnable hook) {
        hold = hook;
        return this;
    }

    /** Before the operation ends. */
    RehearsalHooks finish(Runnable hook) {
        finish = hook;
        return this;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof OrderPageRehearsal) {
            return hooked(bean, OrderPageRehearsal.class);
        }
        if (bean instanceof OrderPageWriter) {
            return hooked(bean, OrderPageWriter.class);
        }
        return bean instanceof OperationQueue ? hooked(bean, OperationQueue.class) : bean;
    }

    private Object hooked(Object bean, Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            switch (method.getName()) {
                case "rehearse" -> rehearsedPage.accept((PageContext) arguments[0]);
                case "write" -> writtenPage.accept((PageContext) arguments[0]);
                case "holdCompany" -> hold.run();
                case "finish" -> finish.run();
                default -> {
                    // not hooked
                }
            }
            try {
                return method.invoke(bean, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }
}
