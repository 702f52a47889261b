package io.ordermill.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The rules of the house, each also shown to fail on a deliberate violator. */
class ArchitectureTest {

    private static final Map<String, ArchRule> RULES = Map.of(
            "core knows no web, no Spring Batch and no scheduler",
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework.web..",
                            "jakarta.servlet..",
                            "org.springframework.batch..",
                            "com.github.kagkarlsson.."),
            "packages form no circles",
            slices().matching("io.ordermill.(**)").should().beFreeOfCycles(),
            "validation is pure: no Spring but its settings, no SQL",
            noClasses()
                    .that()
                    .resideInAPackage("..validation..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework.stereotype..", "org.springframework.jdbc..", "java.sql.."),
            "adapters are package-private",
            classes()
                    .that()
                    .haveSimpleNameStartingWith("Jdbc")
                    .or()
                    .haveSimpleNameStartingWith("Copy")
                    .should()
                    .notHaveModifier(JavaModifier.PUBLIC),
            "the clock is injected",
            noClasses()
                    .that()
                    .doNotHaveSimpleName("CoreConfiguration")
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis"));

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.ordermill.core");

    private static final JavaClasses VIOLATORS = new ClassFileImporter().importPackages("io.ordermill.violators");

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
