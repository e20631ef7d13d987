package io.drift.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.core.Sources;
import io.drift.core.fact.RecordedFacts;
import io.drift.core.source.FactSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Many small tables, full of the values that rules are about, against a second writing of the rules. */
class RandomTablesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private static final List<String> NAMES = List.of("a", "a", "b", "B", " ", "\ue000", "\ud834\udd1e");
    private static final List<String> FACTS = List.of(
            "arch",
            "fqdn",
            "fqdn.x",
            "last_boot_time",
            "sap_system",
            "sap_version",
            "sap_sids",
            "network_interfaces",
            "network_interfaces.eth0.ipv4_addresses",
            "network_interfaces.eth0.ipv6_addresses",
            "network_interfaces.eth0.mtu",
            "network_interfaces.lo.ipv4_addresses",
            "network_interfaces.lo.mac_address",
            "tags.ipv4_addresses",
            "tags.a.ipv4_addresses",
            "tags.\ue000",
            "tags.\ud834\udd1e",
            "g.a",
            "g.b",
            "g");
    private static final List<String> TEXTS = List.of(
            "x", "x", "x", "y", "", "N/A", "True", "host1", "myhost", "10.230.230.7", "1.1.1.1, 10.230.230.123");

    private final Random random = new Random(20240601);

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private Object value(boolean multiValued) {
        if (random.nextInt(8) == 0) {
            return null;
        }
        if (!multiValued || random.nextInt(3) == 0) {
            return oneOf(TEXTS);
        }
        List<String> several = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            several.add(oneOf(List.of("p", "q", "", "\ue000", "\ud834\udd1e", "x")));
        }
        return several;
    }

    private List<NaiveOracle.Column> columns() {
        List<String> facts = new ArrayList<>();
        Map<String, Boolean> multiValued = new HashMap<>();
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            facts.add(oneOf(FACTS));
            multiValued.put(facts.get(facts.size() - 1), random.nextInt(5) == 0);
        }
        List<NaiveOracle.Column> columns = new ArrayList<>();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            Map<String, Object> values = new HashMap<>();
            for (String fact : facts) {
                if (random.nextInt(6) > 0) {
                    values.put(fact, value(multiValued.get(fact)));
                }
            }
            columns.add(
                    new NaiveOracle.Column(oneOf(List.of('S', 'S', 'S', 'H', 'B')), "id" + i, oneOf(NAMES), values));
        }
        return columns;
    }

    private static FactSource source(NaiveOracle.Column column) {
        RecordedFacts facts = Sources.factsOf(column.facts());
        return switch (column.kind()) {
            case 'S' -> Sources.system(column.id(), column.name(), facts);
            case 'H' -> Sources.historicalProfile(column.id(), column.name(), null, facts);
            default -> Sources.baseline(column.id(), column.name(), facts);
        };
    }

    private static List<String> lines(ComparisonReport report) {
        List<String> lines = new ArrayList<>();
        for (ReportEntry entry : report.facts()) {
            if (entry instanceof FactGroup group) {
                lines.add("group " + group.name() + " " + group.state());
                group.comparisons().forEach(fact -> lines.add("    " + line(fact)));
            } else {
                lines.add(line((FactComparison) entry));
            }
        }
        return lines;
    }

    private static String line(FactComparison fact) {
        StringBuilder line = new StringBuilder(fact.name()).append(' ').append(fact.state());
        line.append(fact.hasDriftedFromBaseline() ? " drifted " : " ");
        if (!fact.isMultiValued()) {
            for (Cell cell : fact.cells()) {
                line.append('[').append(cell.source().id()).append(' ').append(cell.value());
                line.append(cell.obfuscated() ? " hidden" : "");
                line.append(cell.state() == null ? "" : " " + cell.state()).append(']');
            }
        }
        for (ValueOption option : fact.options()) {
            line.append('(').append(option.text()).append(' ').append(option.state());
            for (int column = 0; column < fact.columns(); column++) {
                line.append(' ').append(option.isIn(column)).append(' ').append(option.cellState(column));
            }
            line.append(')');
        }
        return line.toString();
    }

    @Test
    void compare_as_the_rules_say() {
        for (int i = 0; i < 2_000; i++) {
            List<NaiveOracle.Column> columns = columns();
            String reference = oneOf(List.of(0, 1, 2)) > 0
                    ? null
                    : oneOf(List.of(columns.get(0).id(), "ID1", "left-out"));
            boolean notifying = random.nextInt(4) == 0;
            ComparisonReport report = Comparison.of(
                            columns.stream().map(RandomTablesTest::source).toList())
                    .withRules(FactRules.archived())
                    .withReference(reference)
                    .withBaselineFactsOnly(notifying)
                    .report(CLOCK);
            List<String> expected = new NaiveOracle(columns, reference, notifying).report();

            assertThat(lines(report))
                    .as("table %d, reference %s, notifying %s: %s", i, reference, notifying, columns)
                    .isEqualTo(expected);
            assertThat(report.isWorthNotifying())
                    .isEqualTo(expected.stream().anyMatch(line -> line.contains(" DIFFERENT drifted ")));
        }
    }
}
