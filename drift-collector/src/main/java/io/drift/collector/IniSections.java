package io.drift.collector;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files with lines {@code [name]} and {@code key = value} below them. A line that begins with a blank continues a value. */
final class IniSections {

    private static final Pattern NAME = Pattern.compile("\\[([^\\]]+)\\]\\s*");

    private final Map<String, Map<String, String>> sections = new LinkedHashMap<>();
    private Map<String, String> current = new LinkedHashMap<>();
    private String key = "";
    private boolean understood = true;

    private IniSections() {}

    static IniSections of(Section section) {
        IniSections ini = new IniSections();
        section.lines().forEach(ini::add);
        return ini;
    }

    private void add(String line) {
        Matcher name = NAME.matcher(line);
        if (line.isBlank() || line.startsWith("#") || line.startsWith(";")) {
            return;
        }
        boolean isIndented = Character.isWhitespace(line.charAt(0));
        Assignment assignment = isIndented ? null : Assignment.of(line, '=');
        if (name.matches()) {
            current = sections.computeIfAbsent(name.group(1), any -> new LinkedHashMap<>());
            key = "";
        } else if (isIndented && current.containsKey(key)) {
            current.merge(key, line.strip(), (before, more) -> (before + " " + more).strip());
        } else if (assignment != null) {
            key = assignment.name();
            current.put(key, assignment.value());
        } else {
            understood = false;
        }
    }

    Map<String, Map<String, String>> sections() {
        return sections;
    }

    /** Whether each line had one of the forms. */
    boolean isUnderstood() {
        return understood;
    }
}
