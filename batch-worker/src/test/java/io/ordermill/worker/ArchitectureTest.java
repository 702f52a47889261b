package io.ordermill.worker;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import io.ordermill.core.testing.ArchitectureContract;
import io.ordermill.worker.dispatch.DueAgain;
import java.util.Map;

/** The rules of this module. */
class ArchitectureTest extends ArchitectureContract {

    private static final Map<String, ArchRule> RULES = Map.of(
            "only the job knows Spring Batch",
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..worker.job..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.springframework.batch.."),
            "only dispatch and notification know the scheduler",
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..worker.dispatch..", "..worker.notification..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.github.kagkarlsson.."),
            "the worker serves no HTTP",
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework.web..", "jakarta.servlet.."),
            "nothing interrupts a thread, embedded H2 would close its file",
            noClasses().that().doNotHaveSimpleName("PageReader").should().callMethod(Thread.class, "interrupt"),
            "whatever is a task goes on by the database's clock after its worker's death",
            noClasses()
                    .that(describe("have no DueAgain", ArchitectureTest::haveNoDueAgain))
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Tasks.class));

    private static boolean haveNoDueAgain(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .noneMatch(dependency -> dependency.getTargetClass().isEquivalentTo(DueAgain.class));
    }

    ArchitectureTest() {
        super(RULES, "io.ordermill.worker", "io.ordermill.violators.worker");
    }
}
