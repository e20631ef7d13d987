package io.drift.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which packages must not name which others, for classes and for sources: a constant of another class leaves no trace in
 * a class, and an import leaves none either.
 *
 * @param because why
 * @param bound the packages that keep to it; a name that ends in {@code ..} stands for those below it too
 * @param free the packages among them that need not
 * @param unnamed the packages whose classes they must not name, with those below them
 */
record HouseRule(String because, List<String> bound, List<String> free, List<String> unnamed) {

    static final List<HouseRule> ALL = List.of(
            of("how the services are called is the business of one module")
                    .in("io.drift..")
                    .but("io.drift.http..")
                    .nobodyNames("okhttp3", "okio"),
            of("use cases and adapters do not know that there is a web server")
                    .in("io.drift..")
                    .but("io.drift.server", "io.drift.server.limits", "io.drift.server.web")
                    .nobodyNames("io.javalin", "org.eclipse.jetty", "jakarta.servlet"),
            of("nobody but io.drift.json reads or writes these documents")
                    .in("io.drift.core..", "io.drift.http..")
                    .nobodyNames("com.fasterxml"),
            of("only a composition root knows where things come from")
                    .in("io.drift.server.web..", "io.drift.server.security..")
                    .nobodyNames("io.drift.http", "io.drift.clowder", "java.sql"),
            of("which store there is, is known where it is chosen")
                    .in("io.drift..")
                    .but("io.drift.jdbc..", "io.drift.server.standalone..")
                    .nobodyNames("io.drift.jdbc", "java.sql", "org.sqlite"),
            of("own systems are kept and found without knowing how they are written, stored or asked for")
                    .in("io.drift.registry..")
                    .nobodyNames(
                            "com.fasterxml",
                            "io.drift.json",
                            "io.drift.http",
                            "io.drift.clowder",
                            "io.drift.server",
                            "org.slf4j"),
            of("stores know what they keep, and not what it says")
                    .in("io.drift.jdbc..")
                    .nobodyNames(
                            "com.fasterxml", "io.drift.json", "io.drift.http", "io.drift.clowder", "io.drift.server"),
            of("dependencies point to the core")
                    .in("io.drift.core..")
                    .nobodyNames(
                            "io.drift.json",
                            "io.drift.http",
                            "io.drift.clowder",
                            "io.drift.registry",
                            "io.drift.server",
                            "org.slf4j"),
            of("the server maps settings to what they are for")
                    .in("io.drift.clowder..")
                    .nobodyNames("io.drift.core", "io.drift.json", "io.drift.http", "io.drift.server", "org.slf4j"));

    private static HouseRule of(String because) {
        return new HouseRule(because, List.of(), List.of(), List.of());
    }

    private HouseRule in(String... packages) {
        return new HouseRule(because, List.of(packages), free, unnamed);
    }

    private HouseRule but(String... packages) {
        return new HouseRule(because, bound, List.of(packages), unnamed);
    }

    private HouseRule nobodyNames(String... packages) {
        return new HouseRule(because, bound, free, List.of(packages));
    }

    boolean binds(String packageName) {
        return covers(bound, packageName) && !covers(free, packageName);
    }

    private static boolean covers(List<String> packages, String name) {
        return packages.stream()
                .anyMatch(one -> one.endsWith("..")
                        ? (name + ".").startsWith(one.substring(0, one.length() - 1))
                        : name.equals(one));
    }

    /** The rule for classes. */
    ArchRule forClasses() {
        return noClasses()
                .that(DescribedPredicate.describe(
                        "are in " + bound + " but not in " + free, (JavaClass type) -> binds(type.getPackageName())))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(unnamed.stream().map(one -> one + "..").toArray(String[]::new))
                .because(because);
    }

    /** The lines of a source that break the rule, in imports or in the middle of the code. */
    List<String> brokenBy(String source) {
        Pattern names =
                Pattern.compile("(?<![\\w.])(" + String.join("|", unnamed).replace(".", "\\.") + ")\\.\\w");
        return Arrays.stream(withoutComments(source).split("\n"))
                .filter(line ->
                        !line.startsWith("package ") && names.matcher(line).find())
                .map(String::strip)
                .toList();
    }

    private static String withoutComments(String source) {
        return source.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s*//.*$", "");
    }
}
