package io.drift.core.report;

import static io.drift.core.Sources.baseline;
import static io.drift.core.Sources.facts;
import static io.drift.core.Sources.historicalProfile;
import static io.drift.core.Sources.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.drift.core.comparison.Comparison;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.fact.RecordedFacts;
import io.drift.core.profile.LookedAt;
import io.drift.core.profile.ProfileRecorder;
import io.drift.core.profile.RecordedProfile;
import io.drift.core.source.FactSource;
import io.drift.core.source.HostRecord;
import io.drift.core.source.InventorySystem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportCsvTest {

    private static ComparisonReport report(FactSource... sources) {
        return Comparison.of(List.of(sources)).report(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    private static String csv(FactSource... sources) throws IOException {
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        new ReportCsv().write(report(sources), csv);
        return csv.toString(StandardCharsets.UTF_8);
    }

    @Test
    void has_a_row_for_each_fact_and_group_with_columns_in_header_order() throws IOException {
        String csv = csv(
                historicalProfile("h1", "old", "2020-01-01", facts("arch", "h-old")),
                historicalProfile("h2", "new", "2021-01-01", facts("arch", "h-new")),
                system("s1", "zeta", facts("arch", "s-zeta", "cpu_flags.sse", "enabled", "cpu_flags.fpu", "enabled")),
                system("s2", "eta", facts("arch", "s-eta", "cpu_flags.fpu", "enabled")),
                baseline("b1", "golden", facts("arch", "b-golden")),
                baseline("b2", "another", facts("arch", "b-another", "cpu_flags.fpu", "N/A")));

        assertThat(csv)
                .isEqualTo(String.join(
                        "\r\n",
                        "name,state,golden,another,eta,zeta,new,old",
                        "arch,DIFFERENT,b-golden,b-another,s-eta,s-zeta,h-new,h-old",
                        "cpu_flags,DIFFERENT,,,,,,",
                        "    fpu,DIFFERENT,,,enabled,enabled,,",
                        "    sse,DIFFERENT,,,,enabled,,",
                        ""));
    }

    @Test
    void has_a_replacement_character_where_a_text_has_half_a_character() throws IOException {
        assertThat(csv(system("1", "a\ud800", facts("k\udc00", "v\ud83d\ude00\ud83d"))))
                .isEqualTo("name,state,a\ufffd\r\nk\ufffd,SAME,v\ud83d\ude00\ufffd\r\n");
    }

    @Test
    void has_the_header_only_if_nothing_is_compared() throws IOException {
        assertThat(csv()).isEqualTo("name,state\r\n");
        assertThat(csv(system("1", "a", facts()))).isEqualTo("name,state,a\r\n");
    }

    @Test
    void shows_of_a_multi_valued_fact_each_sources_own_values() throws IOException {
        assertThat(csv(
                        system("1", "a", facts("g.k", List.of("x", "z"))),
                        system("2", "b", facts("g.k", List.of("y"))),
                        system("3", "c", facts("g.k", "x")),
                        system("4", "d", facts())))
                .endsWith("\r\n    k,DIFFERENT,\"x, z\",y,x,\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "plain                | plain",
                "a,b                  | \"a,b\"",
                "say \"x\"            | \"say \"\"x\"\"\"",
                "\"                   | \"\"\"\"",
                "two\\nlines          | \"two\\nlines\"",
                "two\\rlines          | \"two\\rlines\"",
                "it's                 | it's",
                "~ leading blank~     | ~ leading blank~",
                "x;y                  | x;y",
                // what a spreadsheet would calculate
                "=1+1                 | '=1+1",
                "+a                   | '+a",
                "-a                   | '-a",
                "@SUM(A1)             | '@SUM(A1)",
                "~\\tx~               | ~'\\tx~",
                "~\\rx~               | ~\"'\\rx\"~",
                "=\"a\",1             | \"'=\"\"a\"\",1\"",
                "-                    | '-",
                "-1.                  | '-1.",
                "-1.5e3               | '-1.5e3",
                "+1 2                 | '+1 2",
                "--1                  | '--1",
                "-1.2.3               | '-1.2.3",
                // plain numbers
                "-1                   | -1",
                "+15                  | +15",
                "-1.50                | -1.50",
                "1                    | 1",
                // within a cell they do no harm
                "a=1                  | a=1",
                "~ =1~                | ~ =1~"
            })
    void quotes_cells_and_defuses_formulas(String value, String cell) throws IOException {
        String text = unescaped(value);
        String shown = unescaped(cell);

        assertThat(csv(system("1", text, facts("arch", text))))
                .isEqualTo("name,state," + shown + "\r\narch,SAME," + shown + "\r\n");
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");
    }

    @Test
    void decides_on_the_joined_and_indented_cell() throws IOException {
        assertThat(csv(system("1", "a", facts("=f", "x", "=g.=m", List.of("-1", "-2"), "+h.a,b", "y"))))
                .isEqualTo(String.join(
                        "\r\n",
                        "name,state,a",
                        "'+h,SAME,",
                        "\"    a,b\",SAME,y",
                        "'=f,SAME,x",
                        "'=g,SAME,",
                        "    =m,SAME,\"'-1, -2\"",
                        ""));
    }

    @Test
    void tells_if_the_text_cannot_be_written() throws IOException {
        OutputStream closed = OutputStream.nullOutputStream();
        closed.close();

        assertThatIOException().isThrownBy(() -> new ReportCsv().write(report(), closed));
    }

    @Test
    void has_a_question_mark_where_nobody_looked() throws IOException {
        RecordedProfile empty = new ProfileRecorder()
                .record(Map.of("os_release", "9"))
                .withLookedAt(LookedAt.everything().withOnly(List.of("os_release")));
        String csv = csv(
                InventorySystem.ofProfile("a", Map.of("arch", "x86_64", "os_release", "9")),
                InventorySystem.ofProfile("b", Map.of("arch", "s390x", "os_release", "9")),
                InventorySystem.of(HostRecord.of("c"), empty, RecordedFacts.NONE));

        assertThat(csv)
                .isEqualTo(String.join(
                        "\r\n", "name,state,a,b,c", "arch,DIFFERENT,x86_64,s390x,?", "os_release,SAME,9,9,9", ""));
    }
}
