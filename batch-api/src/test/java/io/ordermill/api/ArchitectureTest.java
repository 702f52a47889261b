package io.ordermill.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.servlet.ServletRequest;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rules of the house, each also shown to fail on a deliberate violator. */
class ArchitectureTest {

    private static final String CONSOLE = "io.ordermill.api.console..";

    private static final Map<String, ArchRule> RULES = Map.of(
            "the API names no class of the worker and none of Spring Batch",
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.ordermill.worker..", "org.springframework.batch.."),
            "the command line needs nothing of the server",
            classes()
                    .that()
                    .resideInAPackage("..cli..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "io.ordermill.api.cli..",
                            "java..",
                            "javax.net.ssl..",
                            "picocli..",
                            "tools.jackson.core..",
                            "org.jspecify.."),
            "packages form no circles",
            slices().matching("io.ordermill.(**)").should().beFreeOfCycles(),
            "adapters and controllers are package-private",
            classes()
                    .that()
                    .haveSimpleNameStartingWith("Jdbc")
                    .or()
                    .areAnnotatedWith(RestController.class)
                    .should()
                    .notHaveModifier(JavaModifier.PUBLIC),
            "the query string is read strictly and the body never as parameters",
            noClasses()
                    .should()
                    .callMethod(ServletRequest.class, "getParameter", String.class)
                    .orShould()
                    .callMethod(ServletRequest.class, "getParameterMap")
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(RequestParam.class),
            "nothing depends on the console",
            noClasses()
                    .that()
                    .resideOutsideOfPackage(CONSOLE)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(CONSOLE),
            "the console asks services and no database",
            noClasses()
                    .that()
                    .resideInAnyPackage(CONSOLE, "io.ordermill.apiviolators.console..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql.."),
            "the clock is injected",
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis"));

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.ordermill.api");

    private static final JavaClasses VIOLATORS = new ClassFileImporter().importPackages("io.ordermill.apiviolators");

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
