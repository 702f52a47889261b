package io.ordermill.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import io.ordermill.core.testing.ArchitectureContract;
import java.util.Map;

/** The rules of this module. */
class ArchitectureTest extends ArchitectureContract {

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
                    .notHaveModifier(JavaModifier.PUBLIC));

    ArchitectureTest() {
        super(RULES, "io.ordermill.core", "io.ordermill.violators");
    }
}
