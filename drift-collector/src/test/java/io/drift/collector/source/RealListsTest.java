package io.drift.collector.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.drift.collector.MachineReader;
import io.drift.collector.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What dpkg says of the machine of the build is the same in each of its forms, and in a collection. */
class RealListsTest {

    private static final Path STATUS = Path.of("/var/lib/dpkg/status");

    @BeforeEach
    void needDpkg() {
        assumeTrue(Files.isReadable(STATUS) && Files.isExecutable(Path.of("/usr/bin/dpkg-query")), "there is no dpkg");
    }

    private static byte[] printed(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.getInputStream().readAllBytes();
    }

    @Test
    void all_forms_say_the_same() throws IOException {
        byte[] status = Files.readAllBytes(STATUS);
        Map<String, String> facts = SourceFile.facts(SourceFile.read(status));
        assertThat(facts).hasSizeGreaterThan(20);
        assertThat(SourceFile.facts(SourceFile.read(printed("dpkg", "-l")))).isEqualTo(facts);
        assertThat(SourceFile.facts(SourceFile.read(
                        printed("dpkg-query", "-W", "-f", "${Package}\\t${Version}\\t${Architecture}\\t${Status}\\n"))))
                .isEqualTo(facts);
        Section section = Section.read("dpkg-status", Files.readString(STATUS));
        assertThat(SourceFile.facts(
                        MachineReader.read(Map.of("dpkg-status", section)).document()))
                .isEqualTo(facts);
    }
}
