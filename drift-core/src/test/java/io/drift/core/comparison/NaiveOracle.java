package io.drift.core.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rules of behaviour.md, section 2, written down a second time, step by step and without any thought of speed. It
 * shares nothing with the comparison but its words, and answers a report as lines of text.
 */
final class NaiveOracle {

    static final Comparator<String> BY_CODE_POINT = (left, right) ->
            Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());

    /** A source; kind S, H or B; a fact's value is a text, a list, or null for a fact without a value. */
    record Column(char kind, String id, String name, Map<String, Object> facts) {

        /** Null if missing. */
        Object value(String fact) {
            Object value = facts.get(fact);
            return Objects.equals(value, "N/A") || Objects.equals(value, List.of()) ? null : value;
        }

        String shown(String fact) {
            return value(fact) == null ? "" : (String) value(fact);
        }

        List<?> options(String fact) {
            Object value = value(fact);
            return value == null ? List.of() : value instanceof List<?> list ? list : List.of(value);
        }
    }

    private final List<Column> columns;
    private final boolean hasReference;
    private final Column reference;
    private final boolean notifying;

    /** Sources as returned; the reference's id may belong to none of them, or be null. */
    NaiveOracle(List<Column> returned, String referenceId, boolean notifying) {
        List<Column> sorted = new ArrayList<>();
        for (char kind : "SHB".toCharArray()) {
            returned.stream().filter(column -> column.kind == kind).forEach(sorted::add);
        }
        sorted.sort((left, right) -> BY_CODE_POINT.compare(left.name, right.name));
        columns = new ArrayList<>();
        sorted.stream().filter(column -> column.kind == 'B').forEach(columns::add);
        sorted.stream().filter(column -> column.kind != 'B').forEach(columns::add);
        hasReference = referenceId != null;
        reference = columns.stream()
                .filter(column -> column.id.equalsIgnoreCase(referenceId))
                .findFirst()
                .orElse(null);
        this.notifying = notifying;
    }

    List<String> report() {
        Set<String> names = new LinkedHashSet<>();
        for (Column column : columns) {
            if (!notifying || column.kind == 'B') {
                names.addAll(column.facts.keySet());
            }
        }
        if (columns.stream().noneMatch(column -> "True".equals(column.value("sap_system")))) {
            names.removeAll(Set.of("sap_system", "sap_sids", "sap_instance_number", "sap_version"));
        }
        Map<String, String> singles = new TreeMap<>(BY_CODE_POINT);
        Map<String, Map<String, String>> groups = new TreeMap<>(BY_CODE_POINT);
        for (String name : names) {
            int dot = name.indexOf('.');
            if (dot < 0) {
                singles.put(name, row(name));
            } else {
                groups.computeIfAbsent(name.substring(0, dot), any -> new TreeMap<>(BY_CODE_POINT))
                        .put(name.substring(dot + 1), row(name));
            }
        }
        Set<String> tops = new TreeSet<>(BY_CODE_POINT);
        tops.addAll(singles.keySet());
        tops.addAll(groups.keySet());
        List<String> lines = new ArrayList<>();
        for (String top : tops) {
            if (singles.containsKey(top)) {
                lines.add(top + " " + singles.get(top));
            }
            if (groups.containsKey(top)) {
                lines.add("group " + top + " " + rollUp(groups.get(top).values()));
                groups.get(top).forEach((member, row) -> lines.add("    " + member + " " + row));
            }
        }
        return lines;
    }

    private static String rollUp(Iterable<String> rows) {
        Set<String> states = new HashSet<>();
        rows.forEach(row -> states.add(row.split(" ")[0]));
        if (states.contains("DIFFERENT") || states.contains("INCOMPLETE_DATA") && states.contains("SAME")) {
            return "DIFFERENT";
        }
        return states.equals(Set.of("SAME")) ? "SAME" : "INCOMPLETE_DATA";
    }

    private String row(String fact) {
        boolean multiValued = columns.stream().anyMatch(column -> column.value(fact) instanceof List);
        String row = multiValued ? multiValuedRow(fact) : singleValuedRow(fact);
        return row.replaceFirst(" ", notifying && row.startsWith("DIFFERENT ") ? " drifted " : " ");
    }

    private String singleValuedRow(String fact) {
        // 1
        List<Column> obfuscated = columns.stream()
                .filter(column -> isObfuscated(fact, column.value(fact)))
                .toList();
        List<Column> rest =
                columns.stream().filter(column -> !obfuscated.contains(column)).toList();
        // 2
        boolean anyMissing = rest.stream().anyMatch(column -> column.value(fact) == null);
        Set<Object> distinct = new HashSet<>();
        rest.forEach(column -> distinct.add(column.value(fact)));
        String state = !anyMissing && distinct.size() <= 1 ? "SAME" : "DIFFERENT";
        // 3
        long systems = columns.stream().filter(column -> column.kind == 'S').count();
        long baselines = rest.stream().filter(column -> column.kind == 'B').count();
        if (isUniqueExpected(fact) && systems - baselines > 1) {
            state = anyMissing ? "INCOMPLETE_DATA" : distinct.size() == rest.size() ? "SAME" : "DIFFERENT";
        }
        // 4
        if (fact.equals("last_boot_time")) {
            state = "SAME";
        }
        // 5
        Map<Column, String> cellStates = new LinkedHashMap<>();
        if (hasReference && !state.equals("SAME")) {
            for (Column column : rest) {
                boolean like = reference != null
                        && !obfuscated.contains(reference)
                        && column.shown(fact).equals(reference.shown(fact));
                cellStates.put(column, like ? "SAME" : "DIFFERENT");
            }
        }
        // 6
        if (distinct.size() == 1) {
            state = "SAME";
        }
        // 7
        if (!obfuscated.isEmpty()) {
            state = "INCOMPLETE_DATA_OBFUSCATED";
        }
        StringBuilder row = new StringBuilder(state).append(' ');
        for (Column column : columns) {
            row.append('[').append(column.id).append(' ').append(column.value(fact));
            row.append(obfuscated.contains(column) ? " hidden" : "");
            row.append(cellStates.containsKey(column) ? " " + cellStates.get(column) : "");
            row.append(']');
        }
        return row.toString();
    }

    private static boolean isObfuscated(String fact, Object value) {
        if (fact.equals("fqdn")) {
            return value != null && ((String) value).matches("^host.*");
        }
        return fact.matches("network_interfaces\\..*\\.ipv4_addresses")
                && value != null
                && ((String) value).matches(".*10\\.230\\.230\\.[0-9]{1,3}.*");
    }

    private static boolean isUniqueExpected(String fact) {
        return (fact.startsWith("fqdn") || fact.matches(".*\\.(ipv4_addresses|ipv6_addresses|mac_address)"))
                && !fact.startsWith("network_interfaces.lo.");
    }

    private String multiValuedRow(String fact) {
        Set<String> options = new TreeSet<>(BY_CODE_POINT);
        columns.forEach(column -> column.options(fact).forEach(option -> options.add((String) option)));
        boolean allSame = true;
        boolean anyLacked = false;
        for (String option : options) {
            allSame &= columns.stream().allMatch(column -> has(column, fact, option));
            anyLacked |= columns.stream().anyMatch(column -> column.kind == 'B' && has(column, fact, option))
                    && columns.stream().anyMatch(column -> column.kind != 'B' && !has(column, fact, option));
        }
        String state = (notifying ? anyLacked : !allSame) ? "DIFFERENT" : "SAME";
        StringBuilder row = new StringBuilder(state).append(" ");
        for (String option : options) {
            boolean all = columns.stream().allMatch(column -> has(column, fact, option));
            row.append("(").append(option).append(all ? " SAME" : " DIFFERENT");
            for (Column column : columns) {
                row.append(" ").append(has(column, fact, option)).append(' ');
                if (!hasReference) {
                    row.append(state);
                } else {
                    boolean like = reference != null
                            && shownOption(column, fact, option).equals(shownOption(reference, fact, option));
                    row.append(like ? "SAME" : "DIFFERENT");
                }
            }
            row.append(")");
        }
        return row.toString();
    }

    private static boolean has(Column column, String fact, String option) {
        return column.options(fact).contains(option);
    }

    private static String shownOption(Column column, String fact, String option) {
        return has(column, fact, option) ? option : "";
    }
}
