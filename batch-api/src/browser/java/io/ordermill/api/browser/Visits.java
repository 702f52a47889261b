package io.ordermill.api.browser;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands each test a {@link Visit} of its own, and fails it where the browser has complained. */
final class Visits implements ParameterResolver, AfterTestExecutionCallback {

    private static final Namespace NAMESPACE = Namespace.create(Visits.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Visit.class;
    }

    @Override
    public Visit resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Surroundings surroundings = test.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Surroundings.class, key -> Surroundings.start(), Surroundings.class);
        return test.getStore(NAMESPACE).computeIfAbsent(Visit.class, key -> Visit.in(surroundings), Visit.class);
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        Visit visit = test.getStore(NAMESPACE).get(Visit.class, Visit.class);
        if (test.getExecutionException().isPresent()) {
            visit.screenshot("failed-" + test.getRequiredTestMethod().getName());
        } else {
            visit.complaints().assertAsExpected();
        }
    }
}
