package io.drift.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds for the whole house; the core has rules of its own. */
class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(
                    "io.drift.core",
                    "io.drift.json",
                    "io.drift.http",
                    "io.drift.clowder",
                    "io.drift.collector",
                    "io.drift.registry",
                    "io.drift.jdbc",
                    "io.drift.cli",
                    "io.drift.server");

    /** {@link SourceRulesTest} checks the same rules where the compiler left no trace. */
    @TestFactory
    Stream<DynamicTest> classes_keep_to_the_rules() {
        return HouseRule.ALL.stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.unnamed() + " because " + rule.because(),
                        () -> rule.forClasses().check(HOUSE)));
    }

    @Test
    void settings_know_nobody() {
        classes()
                .that()
                .resideInAPackage("io.drift.clowder..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.drift.clowder..", "java..", "com.fasterxml..", "org.jspecify..")
                .because("the server maps settings to what they are for")
                .check(HOUSE);
    }

    @Test
    void the_command_line_knows_core_and_documents_only() {
        classes()
                .that()
                .resideInAPackage("io.drift.cli..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.drift.cli..",
                        "io.drift.collector..",
                        "io.drift.core..",
                        "io.drift.json..",
                        "java..",
                        "picocli..",
                        "org.jspecify..")
                .because("files are compared without the server, its services and its settings")
                .check(HOUSE);
    }

    @Test
    void picocli_stays_with_the_commands() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.drift.cli..", "io.drift.server.command..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..")
                .because("nothing else is told what to do at a terminal")
                .check(HOUSE);
    }

    @Test
    void packages_have_no_cycles() {
        SlicesRuleDefinition.slices()
                .matching("io.drift.(**)")
                .should()
                .beFreeOfCycles()
                // where the process starts, beside the server that embedders start
                .ignoreDependency(JavaClass.Predicates.type(Main.class), DescribedPredicate.alwaysTrue())
                .because("a cycle is one room that pretends to be two")
                .check(HOUSE);
    }

    @Test
    void only_main_touches_the_process() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.drift.server.Main")
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .because("environment and streams come in through constructors")
                .check(HOUSE);
    }

    @Test
    void nobody_asks_the_system_what_time_it_is() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .because("the clock comes in through the constructor")
                .check(HOUSE);
    }

    @Test
    void names_say_what_a_class_is() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Common)(\\$.*)?")
                .because("a class is a noun of the field")
                .check(HOUSE);
    }
}
