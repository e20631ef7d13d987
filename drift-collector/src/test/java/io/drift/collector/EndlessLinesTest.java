package io.drift.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line that somebody made so that reading it never ends. */
@Timeout(20)
class EndlessLinesTest {

    private static final String BLANKS = " ".repeat(1_000_000);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "os-release",
                "lscpu",
                "cpuinfo",
                "meminfo",
                "dmi",
                "yum-repos",
                "sshd-config",
                "sysctl-config",
                "apt-sources",
                "apt-deb822",
                "mounts",
                "locale"
            })
    void many_blanks_are_read_at_once(String section) {
        for (String line : new String[] {"a" + BLANKS + "b", "a=b" + BLANKS + "c", "a:" + BLANKS + "c", BLANKS + "x"}) {
            MachineReader.read(Map.of(section, Section.read(section, line + "\n")));
        }
    }

    @Test
    void a_section_with_an_endless_line_is_not_whole() throws IOException {
        String boundary = "0123456789abcdef";
        String text = "drift-collection 1 " + boundary + "\n" + boundary + " section locale\n LANG=C\n A=" + BLANKS
                + "b\n\n" + boundary + " end locale 0\n" + boundary + " complete 1\n";
        Section locale = Collection.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .sections()
                .get("locale");
        assertThat(locale.status()).isEqualTo(Section.Status.FAILED);
        assertThat(locale.content()).isEqualTo("LANG=C\n");
    }
}
