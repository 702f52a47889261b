package io.ordermill.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import io.ordermill.core.testing.ArchitectureContract;
import jakarta.servlet.ServletRequest;
import java.util.Map;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rules of this module. */
class ArchitectureTest extends ArchitectureContract {

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
                    .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql.."));

    ArchitectureTest() {
        super(RULES, "io.ordermill.api", "io.ordermill.apiviolators");
    }
}
