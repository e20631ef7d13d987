package io.drift.collector;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines of a name and a value, as {@code os-release} and the output of many commands have them. */
final class Settings {

    private static final Pattern ASSIGNMENT = Pattern.compile("\\s*-?([^=\\s#;][^=]*?)\\s*=\\s*(.*?)\\s*");
    private static final Pattern LABEL = Pattern.compile("\\s*([^:]+?)\\s*:\\s*(.*?)\\s*");

    private final Map<String, String> values = new LinkedHashMap<>();
    private boolean understood = true;

    private Settings() {}

    /** {@code NAME=value}, perhaps in quotes; of a name that stands twice the last value counts. */
    static Settings assignments(Section section) {
        return of(section, ASSIGNMENT);
    }

    /** {@code Label: value}. */
    static Settings labels(Section section) {
        return of(section, LABEL);
    }

    private static Settings of(Section section, Pattern form) {
        Settings settings = new Settings();
        section.lines()
                .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
                .forEach(line -> settings.add(form.matcher(line)));
        return settings;
    }

    private void add(Matcher line) {
        if (line.matches()) {
            values.put(line.group(1), unquoted(line.group(2)));
        } else {
            understood = false;
        }
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(0) == value.charAt(value.length() - 1);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    Map<String, String> values() {
        return values;
    }

    /** The value of a name; empty if there is none. */
    String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** Whether each line had the form. */
    boolean isUnderstood() {
        return understood;
    }
}
