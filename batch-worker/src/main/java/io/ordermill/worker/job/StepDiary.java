package io.ordermill.worker.job;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Spring Batch's diary of a step, without an entry for each page: it would be four statements in the page's transaction, and
 * nobody reads them, for the checkpoint is the operation's row. Beginning and end are written.
 */
final class StepDiary implements MethodInterceptor {

    private StepDiary() {}

    static JobRepository in(JobRepository repository) {
        ProxyFactory diary = new ProxyFactory(repository);
        diary.addAdvice(new StepDiary());
        return (JobRepository) diary.getProxy();
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        return isAboutPage(call) ? null : call.proceed();
    }

    private static boolean isAboutPage(MethodInvocation call) {
        return call.getArguments().length == 1
                && call.getArguments()[0] instanceof StepExecution
                && TransactionSynchronizationManager.isActualTransactionActive();
    }
}
