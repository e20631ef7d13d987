package io.drift.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.core.Sources;
import io.drift.core.fact.RecordedFacts;
import io.drift.core.profile.InsightsClient;
import io.drift.core.profile.ProfileHeader;
import io.drift.core.profile.Reading;
import io.drift.core.profile.RecordedProfile;
import io.drift.core.source.Baseline;
import io.drift.core.source.FactSource;
import io.drift.core.source.HistoricalProfile;
import io.drift.core.source.HostRecord;
import io.drift.core.source.InventorySystem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What names a machine (Q37), over random machines, histories and baselines, against a naive second writing of the rule. */
class MachinesPropertyTest {

    private static final List<String> FACTS = List.of(
            "fqdn",
            "network_interfaces.eth0.ipv4_addresses",
            "network_interfaces.eth0.mac_address",
            "owner_id",
            "public_dns",
            "third_party_services.crowdstrike.falcon_aid",
            "arch",
            "network_interfaces.lo.ipv4_addresses",
            "last_boot_time");
    private static final Set<String> UNIQUE = Set.copyOf(FACTS.subList(0, 6));
    private static final List<String> TEXTS = List.of("a", "a", "b", "c", "");

    private final Random random = new Random(20260101);

    /** A column; kind S, H, B or O; a value is a text, a list, or null. */
    private record Column(char kind, String id, String systemId, boolean exists, boolean hasFact, Object value) {

        /** Ids are compared ignoring case (Q8); a document of a caller's own counts as a system. */
        String machine() {
            return namedMachine().toLowerCase(Locale.ROOT);
        }

        private String namedMachine() {
            return switch (kind) {
                case 'B' -> "none";
                case 'H' -> systemId == null ? "profile " + id : "system " + systemId;
                default -> "system " + id;
            };
        }

        /** A value without the order of its texts; null is missing. */
        Object compared() {
            if (!hasFact || value == null || value.equals("N/A") || value.equals(List.of())) {
                return null;
            }
            return value instanceof List<?> list ? new HashSet<>(list) : Set.of(value);
        }
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private Object value(String fact) {
        if (random.nextInt(8) == 0) {
            return random.nextBoolean() ? null : "N/A";
        }
        if (random.nextInt(10) == 0 && fact.equals("fqdn")) {
            return oneOf(List.of("host1.example.com", "0123456789ab.example.com", "host1", "host1.example.com.x"));
        }
        if (random.nextInt(10) == 0 && fact.endsWith("ipv4_addresses")) {
            return oneOf(List.of("10.230.230.7", "1.1.1.1, 10.230.230.123", "10.230.230.1234", "110.230.230.1"));
        }
        if (random.nextInt(6) == 0) {
            List<String> several = new ArrayList<>(List.of(oneOf(TEXTS), oneOf(TEXTS)));
            return random.nextBoolean() ? several : new ArrayList<>(several.subList(0, 1));
        }
        return oneOf(TEXTS);
    }

    private List<Column> columns(String fact) {
        List<Column> columns = new ArrayList<>();
        int machines = 1 + random.nextInt(3);
        for (int machine = 0; machine < machines; machine++) {
            String id = random.nextBoolean() ? "id" + machine : "ID" + machine;
            if (random.nextInt(5) > 0) {
                columns.add(column(random.nextInt(5) == 0 ? 'O' : 'S', id, null, fact));
            }
            for (int history = random.nextInt(3); history > 0; history--) {
                String own = "h" + machine + history;
                columns.add(column('H', own, random.nextInt(6) == 0 ? null : "id" + machine, fact));
            }
        }
        for (int baseline = random.nextInt(3); baseline > 0; baseline--) {
            columns.add(column('B', "b" + baseline, null, fact));
        }
        return columns;
    }

    private Column column(char kind, String id, String systemId, String fact) {
        boolean exists = kind == 'B' || kind == 'O' || random.nextInt(10) > 0;
        boolean hasFact = exists && random.nextInt(5) > 0;
        return new Column(kind, id, systemId, exists, hasFact, hasFact ? value(fact) : null);
    }

    private static FactSource source(Column column, String fact) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("other", "x");
        if (column.hasFact) {
            facts.put(fact, column.value);
        }
        RecordedFacts recorded = Sources.factsOf(column.exists ? facts : Map.of());
        RecordedProfile profile = new RecordedProfile(
                Reading.EXACT,
                recorded,
                new ProfileHeader(column.exists, null, null, new InsightsClient(false, false)),
                List.of());
        return switch (column.kind) {
            case 'S' -> new InventorySystem(HostRecord.of(column.id), profile, recorded);
            case 'H' -> new HistoricalProfile(column.id, column.id, column.systemId, null, profile);
            case 'O' -> FactSource.of(column.id, recorded);
            default -> Baseline.of(column.id, recorded);
        };
    }

    /** Q40: whole values that somebody wrote over others before the upload. */
    private static boolean isHidden(String fact, Object value) {
        if (value == null
                || !(fact.equals("fqdn")
                        || fact.startsWith("network_interfaces.") && fact.endsWith("ipv4_addresses"))) {
            return false;
        }
        List<?> texts = value instanceof List<?> list ? list : List.of(value);
        return texts.stream()
                .map(Object::toString)
                .anyMatch(text -> fact.equals("fqdn")
                        ? text.matches("host[0-9]+\\.example\\.com|[0-9a-f]{12}\\.example\\.com")
                        : List.of(text.split(", ")).stream()
                                .anyMatch(one -> one.matches("10\\.230\\.230\\.[0-9]{1,3}")));
    }

    /** Section 2 and Q37, Q40, Q43, in their words. */
    private static ComparisonState expected(String fact, List<Column> columns) {
        List<Column> hidden = columns.stream()
                .filter(column -> column.hasFact && isHidden(fact, column.value))
                .toList();
        List<Column> rest = columns.stream()
                .filter(column -> column.exists && !hidden.contains(column))
                .toList();
        if (!hidden.isEmpty()) {
            return ComparisonState.INCOMPLETE_DATA_OBFUSCATED;
        }
        if (fact.equals("last_boot_time")) {
            return ComparisonState.SAME;
        }
        return UNIQUE.contains(fact) ? expectedOfUnique(rest) : expectedOfCommon(rest);
    }

    private static ComparisonState expectedOfCommon(List<Column> rest) {
        Set<Object> values = new HashSet<>();
        rest.forEach(column -> values.add(column.compared()));
        return values.size() <= 1 ? ComparisonState.SAME : ComparisonState.DIFFERENT;
    }

    private static ComparisonState expectedOfUnique(List<Column> rest) {
        Map<String, Set<Object>> valuesOf = new LinkedHashMap<>();
        rest.stream()
                .filter(column -> column.kind != 'B')
                .forEach(column -> valuesOf.computeIfAbsent(column.machine(), any -> new HashSet<>())
                        .add(column.compared()));
        List<Object> baselines = rest.stream()
                .filter(column -> column.kind == 'B' && column.compared() != null)
                .map(Column::compared)
                .toList();
        List<Object> wholes = new ArrayList<>();
        for (Set<Object> values : valuesOf.values()) {
            // the columns of one machine unequal, missing is a value
            if (values.size() > 1) {
                return ComparisonState.DIFFERENT;
            }
            Object whole = values.iterator().next();
            // two machines with the same whole value
            if (whole != null && wholes.contains(whole)) {
                return ComparisonState.DIFFERENT;
            }
            // a baseline that has the fact is compared with each machine
            if (baselines.stream().anyMatch(baseline -> !Objects.equals(baseline, whole))) {
                return ComparisonState.DIFFERENT;
            }
            wholes.add(whole);
        }
        if (new HashSet<>(baselines).size() > 1) {
            return ComparisonState.DIFFERENT;
        }
        return wholes.contains(null) ? ComparisonState.INCOMPLETE_DATA : ComparisonState.SAME;
    }

    private static Set<String> machines(List<Column> columns) {
        Set<String> machines = new TreeSet<>();
        Map<String, Set<String>> columnsOf = new HashMap<>();
        columns.stream()
                .filter(column -> column.kind != 'B')
                .forEach(column -> columnsOf
                        .computeIfAbsent(column.machine(), any -> new TreeSet<>())
                        .add(column.id));
        columnsOf.values().forEach(ids -> machines.add(ids.toString()));
        return machines;
    }

    @Test
    void compare_as_the_rule_says() {
        for (int i = 0; i < 10_000; i++) {
            String fact = oneOf(FACTS);
            List<Column> columns = columns(fact);
            ComparisonReport report = Comparison.of(
                            columns.stream().map(column -> source(column, fact)).toList())
                    .report();

            assertThat(report.machines().stream()
                            .map(machine -> new TreeSet<>(machine.columns().stream()
                                            .map(FactSource::id)
                                            .toList())
                                    .toString()))
                    .as("machines of %d: %s", i, columns)
                    .containsExactlyInAnyOrderElementsOf(machines(columns));
            boolean anyValue = columns.stream().anyMatch(column -> column.compared() != null);
            assertThat(report.fact(fact).map(FactComparison::state).orElse(null))
                    .as("%d: %s of %s", i, fact, columns)
                    .isEqualTo(anyValue ? expected(fact, columns) : null);
        }
    }
}
