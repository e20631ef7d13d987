package io.drift.core;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.drift.core.comparison.Comparison;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureTest {

    private static final String CORE = "io.drift.core";
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(CORE);

    @Test
    void core_depends_on_the_jdk_only() {
        classes()
                .that()
                .resideInAPackage(CORE + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(CORE + "..", "java..", "org.jspecify.annotations")
                .because("a developer who embeds the comparison must not get anything else with it")
                .check(MAIN);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching(CORE + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a package that needs its user cannot be understood or tested alone")
                .check(MAIN);
    }

    @ParameterizedTest
    @CsvSource({
        "fact, ''",
        "error, ''",
        "profile, fact",
        "source, fact profile",
        "version, fact",
        "policy, fact profile version",
        "comparison, fact profile source version policy",
        "report, fact profile source version policy comparison delta analysis",
        "analysis, fact profile source policy comparison",
        "delta, fact profile source policy comparison",
        "access, error",
        "port, access error fact source"
    })
    void a_package_knows_only_those_before_it(String room, String before) {
        String[] known = ("java org.jspecify.annotations " + CORE + "." + room + " "
                        + before.replaceAll("(\\w+)", CORE + ".$1"))
                .trim()
                .split(" +");
        for (int i = 0; i < known.length; i++) {
            known[i] += "..";
        }
        classes()
                .that()
                .resideInAPackage(CORE + "." + room + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(known)
                .because("facts know nothing of profiles, profiles nothing of sources, sources nothing of comparisons,"
                        + " and only the front door knows all")
                .check(MAIN);
    }

    @Test
    void the_time_comes_from_a_clock_that_was_passed_in() {
        noClasses()
                .should()
                .callMethodWhere(target(owner(belongToAnyOf(
                                Instant.class,
                                LocalDate.class,
                                LocalDateTime.class,
                                OffsetDateTime.class,
                                ZonedDateTime.class)))
                        .and(target(name("now"))))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .because("what depends on the time of day cannot be tested")
                .check(MAIN);
        noClasses()
                .that()
                .haveNameNotMatching(
                        Comparison.class.getName() + "|" + CompareSystems.class.getName() + "(\\$Settings)?")
                .should()
                .callMethodWhere(
                        target(owner(nameMatching(Clock.class.getName()))).and(target(nameMatching("system.*"))))
                .because("only the two front doors have a default for the clock")
                .check(MAIN);
    }

    @Test
    void the_environment_is_not_looked_at() {
        noClasses()
                .should()
                .callMethodWhere(target(owner(nameMatching(System.class.getName())))
                        .and(target(nameMatching("getenv|getProperty|getProperties|exit"))))
                .because("settings are passed in, and read in one place, which is not here")
                .check(MAIN);
    }

    @Test
    void nothing_is_printed_or_logged() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..")
                .because("whoever embeds the comparison decides where words go")
                .check(MAIN);
    }

    @Test
    void classes_are_nouns_of_the_field() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)(\\$.*)?")
                .because("such a name says that nobody found out what the class is")
                .check(MAIN);
    }

    @Test
    void locks_and_threads_belong_to_few() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        CORE + ".fact..",
                        CORE + ".profile..",
                        CORE + ".comparison..",
                        CORE + ".analysis..",
                        CORE + ".delta..",
                        CORE + ".report..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.concurrent..")
                .because(
                        "a comparison is a function of its sources; only fetching them is done in parallel, and only what"
                                + " they take of the memory of their request is counted by all")
                .check(MAIN);
    }

    @Test
    void a_rule_that_looks_at_nothing_fails() {
        assertThatThrownBy(() -> noClasses()
                        .that()
                        .resideInAPackage("io.drift.nowhere..")
                        .should()
                        .bePublic()
                        .because("a rule about nothing is a rule that was forgotten")
                        .check(MAIN))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }
}
