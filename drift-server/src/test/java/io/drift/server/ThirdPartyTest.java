package io.drift.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever hands the one jar on must be able to say what is in it, from the jar alone. */
class ThirdPartyTest {

    @ParameterizedTest
    @CsvSource({
        "ch.qos.logback:logback-classic, (EPL-2.0) (LGPL-2.1-only)",
        "org.eclipse.jetty:jetty-server, (Apache-2.0) (EPL-2.0)",
        "io.javalin:javalin, (Apache-2.0)",
        "org.slf4j:slf4j-api, (MIT)",
        "com.github.package-url:packageurl-java, (MIT)",
        "org.tukaani:xz, (0BSD)",
        "org.yaml:snakeyaml, (Apache-2.0)"
    })
    void the_licences_of_what_is_inside_are_listed(String module, String licences) throws IOException {
        assertThat(text("THIRD-PARTY.txt").lines())
                .filteredOn(line -> line.contains("(" + module + ":"))
                .singleElement()
                .asString()
                .contains(licences);
    }

    @Test
    void nobody_is_listed_who_stays_outside() throws IOException {
        assertThat(text("THIRD-PARTY.txt")).doesNotContain("junit", "assertj", "archunit", "io.drift");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPL-2.0", "LGPL-2.1", "MIT-slf4j", "MIT-packageurl"})
    void the_text_of_each_licence_but_our_own_is_there(String licence) throws IOException {
        assertThat(text("licenses/" + licence + ".txt")).hasSizeGreaterThan(1_000);
    }

    private static String text(String name) throws IOException {
        try (InputStream in = ThirdPartyTest.class.getResourceAsStream("/META-INF/" + name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
