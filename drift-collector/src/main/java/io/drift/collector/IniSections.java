package io.drift.collector;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files with lines {@code [name]} and {@code key = value} below them. A line that begins with a blank continues a value. */
final class IniSections {

    private static final Pattern NAME = Pattern.compile("\\[([^\\]]+)\\]\\s*");
    private static final Pattern ASSIGNMENT = Pattern.compile("([^=\\s][^=]*?)\\s*=\\s*(.*?)\\s*");

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
        Matcher assignment = ASSIGNMENT.matcher(line);
        if (line.isBlank() || line.startsWith("#") || line.startsWith(";")) {
            return;
        }
        if (name.matches()) {
            current = sections.computeIfAbsent(name.group(1), any -> new LinkedHashMap<>());
            key = "";
        } else if (Character.isWhitespace(line.charAt(0)) && current.containsKey(key)) {
            current.merge(key, line.strip(), (before, more) -> (before + " " + more).strip());
        } else if (assignment.matches()) {
            key = assignment.group(1);
            current.put(key, assignment.group(2));
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
