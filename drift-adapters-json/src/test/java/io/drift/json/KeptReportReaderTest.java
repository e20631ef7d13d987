package io.drift.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.core.comparison.Comparison;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.ComparisonState;
import io.drift.core.comparison.FactComparison;
import io.drift.core.delta.DeltaStatus;
import io.drift.core.delta.KeptReport;
import io.drift.core.delta.ReportDelta;
import io.drift.core.fact.FactName;
import io.drift.core.fact.FactRecorder;
import io.drift.core.report.ReportCsv;
import io.drift.core.report.ReportWriter;
import io.drift.core.source.Baseline;
import io.drift.core.source.FactSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptReportReaderTest {

    private static String write(ReportWriter writer, ComparisonReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static KeptReportReader.Read read(String json) throws IOException {
        return KeptReportReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static ComparisonReport report(Random random, boolean reference) {
        List<FactSource> fleet = new ArrayList<>();
        for (int number = 0; number < 12; number++) {
            FactRecorder facts = new FactRecorder();
            for (int fact = 0; fact < 9; fact++) {
                String name = fact == 8 ? "fqdn" : (fact < 4 ? "installed_packages.p" : "single") + fact;
                if (random.nextInt(6) > 0) {
                    String text = (fact < 4 && number > 1 ? "0:" : "") + "v" + random.nextInt(4) / 3;
                    if (random.nextInt(9) == 0) {
                        facts.record(name, List.of("z", text));
                    } else {
                        facts.record(name, random.nextInt(20) == 0 ? "" : text);
                    }
                }
            }
            String id = "m" + number;
            fleet.add(number == 0 ? new Baseline(id, id, null, facts.end()) : FactSource.of(id, id, facts.end()));
        }
        return Comparison.of(fleet).withReference(reference ? "m3" : null).report();
    }

    @Test
    void cells_groups_and_the_report_itself_are_told_apart_by_nothing() throws IOException {
        for (int seed = 0; seed < 80; seed++) {
            ComparisonReport report = report(new Random(seed), seed % 3 == 0);
            KeptReport itself = KeptReport.of(report);
            for (KeptReportReader.Read read : List.of(
                    read(write(new ReportJson(), report)),
                    read(write(new ReportJson(), report.onlyDifferences())),
                    read(write(ViewJson.groups().withAllNames(), report)),
                    read(write(ViewJson.groups().withAllNames().withOnlyDifferences(), report)))) {
                assertThat(read.cutFacts()).isZero();
                assertThat(standings(read.report())).isEqualTo(standings(itself));
                assertThat(read.report().basis()).isEqualTo(itself.basis());
                assertThat(ReportDelta.between(read.report(), itself).entries())
                        // of a package of a baseline, cells tell the versions that fit: such a difference may count as
                        // new
                        .filteredOn(entry ->
                                entry.column().before() > 0 || !entry.fact().isMember())
                        .allSatisfy(entry -> assertThat(entry.status()).isEqualTo(DeltaStatus.KNOWN));
            }
        }
    }

    private static List<String> standings(KeptReport report) {
        List<String> standings = new ArrayList<>();
        report.facts().forEach(fact -> {
            for (int column = 0; column < report.columns().size(); column++) {
                standings.add(fact.name() + " " + report.columns().get(column).id() + " "
                        + report.standing(fact.name(), column));
            }
        });
        return standings;
    }

    @Test
    void csv_says_the_same_states_and_values() throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            ComparisonReport report = report(new Random(seed), false);
            KeptReport groups =
                    read(write(ViewJson.groups().withAllNames(), report)).report();
            List<String> lines = write(new ReportCsv(), report).lines().toList();
            for (FactComparison fact : report.comparisons()) {
                String begin = (fact.fact().isMember() ? "    " : "") + fact.name() + "," + fact.state();
                assertThat(lines).anyMatch(line -> line.startsWith(begin));
                assertThat(groups.facts().stream().anyMatch(kept -> kept.name().equals(fact.fact())))
                        .isEqualTo(fact.state() != ComparisonState.SAME);
            }
        }
    }

    @Test
    void what_a_cut_list_does_not_name_is_not_known() throws IOException {
        List<FactSource> fleet = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            fleet.add(FactSource.of(
                    "m" + (100 + number),
                    new FactRecorder().record("k", number < 35 ? "1" : "2").end()));
        }
        ComparisonReport report = Comparison.of(fleet).report();
        KeptReportReader.Read cut = read(write(ViewJson.groups(), report));
        assertThat(cut.cutFacts()).isEqualTo(1);
        ReportDelta delta = ReportDelta.between(cut.report(), KeptReport.of(report));
        assertThat(delta.count(DeltaStatus.KNOWN)).isEqualTo(20);
        assertThat(delta.count(DeltaStatus.NEW)).isEqualTo(5);
        ReportDelta back = ReportDelta.between(KeptReport.of(report), cut.report());
        assertThat(back.count(DeltaStatus.RESOLVED)).isZero();
        assertThat(back.count(DeltaStatus.UNSEEN)).isEqualTo(5);
    }

    @Test
    void some_facts_of_a_report_are_refused() throws IOException {
        ComparisonReport report = report(new Random(1), false);
        String some =
                write(new ReportJson(), report.onlyFacts(fact -> fact.fact().equals(FactName.of("fqdn"))));
        assertThatThrownBy(() -> read(some))
                .isInstanceOf(UnreadableJsonException.class)
                .hasMessageContaining("without --only");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|this is not a report",
                "{}|this is not a report",
                "{\"arch\":\"x\"}|this is not a report",
                "{\"facts\":[],\"systems\":[]}|does not say under which rules",
                "{\"view\":\"outliers\",\"columns\":[]}|this is a report of outliers",
                "{\"facts\":[],\"systems\":[],\"basis\":{}}|rules is missing",
                "{\"facts\":[],\"systems\":[],\"basis\":{\"rules\":\"exact\",\"differ\":-1}}|differ is not what",
                "{\"facts\":7}|is not an array",
                "{\"facts\":[{\"name\":\"a\",\"hidden\":[2147483647]}]}|the number of a column or value",
                "{\"facts\":[{\"name\":\"a\",\"state\":\"ODD\"}],\"systems\":[],\"basis\":{\"rules\":\"exact\",\"differ\":1}}|the fact a",
                "{\"view\":\"groups\",\"columns\":[{\"id\":\"a\",\"name\":\"a\",\"kind\":\"fish\"}]}|this is not a report",
                "{|end-of-input"
            })
    void what_is_no_report_is_refused(String json, String why) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(UnreadableJsonException.class)
                .hasMessageContaining(why);
    }
}
