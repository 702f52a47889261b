package io.ordermill.core.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The rules of the house and those of a module: its classes keep them, and each rule finds a deliberate violator. */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class ArchitectureContract {

    private static final Map<String, ArchRule> OF_THE_HOUSE = Map.of(
            "packages form no circles",
            slices().matching("io.ordermill.(**)").should().beFreeOfCycles(),
            "the clock is injected",
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis"));

    private final Map<String, ArchRule> rules = new HashMap<>(OF_THE_HOUSE);
    private final JavaClasses product;
    private final JavaClasses violators;

    /**
     * For one module.
     *
     * @param rules its own, by what they say
     * @param product the package of its classes
     * @param violators the package of the test classes that break every rule
     */
    protected ArchitectureContract(Map<String, ArchRule> rules, String product, String violators) {
        this.rules.putAll(rules);
        this.product = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(product);
        this.violators = new ClassFileImporter().importPackages(violators);
    }

    @TestFactory
    Stream<DynamicTest> holds() {
        return rules.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(product)));
    }

    @TestFactory
    Stream<DynamicTest> canFail() {
        return rules.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> assertThat(
                                rule.getValue().evaluate(violators).hasViolation())
                        .as("the violator is found")
                        .isTrue()));
    }
}
