package io.ordermill.worker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The rules of this module, each also shown to fail on a deliberate violator. */
class ArchitectureTest {

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
            "packages form no circles",
            slices().matching("io.ordermill.(**)").should().beFreeOfCycles(),
            "nothing interrupts a thread, embedded H2 would close its file",
            noClasses().that().doNotHaveSimpleName("PageReader").should().callMethod(Thread.class, "interrupt"),
            "the clock is injected",
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis"));

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.ordermill.worker");

    private static final JavaClasses VIOLATORS =
            new ClassFileImporter().importPackages("io.ordermill.violators.worker");

    @TestFactory
    Stream<DynamicTest> holds() {
        return RULES.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(PRODUCT)));
    }

    @TestFactory
    Stream<DynamicTest> canFail() {
        return RULES.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> assertThat(
                                rule.getValue().evaluate(VIOLATORS).hasViolation())
                        .as("the violator is found")
                        .isTrue()));
    }
}
