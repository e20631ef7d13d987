package io.drift.collector;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lines of a name and a value, as {@code os-release} and the output of many commands have them. */
final class Settings {

    /** A comment, or a name that sysctl is told to leave alone. */
    private static final Pattern NOTHING = Pattern.compile("\\s*|\\s*[#;].*|\\s*-[^\\s=]+\\s*");

    private final Map<String, String> values = new LinkedHashMap<>();
    private boolean understood = true;

    private Settings() {}

    /** {@code NAME=value}, perhaps in quotes; of a name that stands twice the last value counts. */
    static Settings assignments(Section section) {
        return of(section, Settings::assignment);
    }

    /** {@code Label: value}. */
    static Settings labels(Section section) {
        return of(section, line -> Assignment.of(line, ':'));
    }

    private static Settings of(Section section, Function<String, @Nullable Assignment> form) {
        Settings settings = new Settings();
        section.lines()
                .filter(line -> !NOTHING.matcher(line).matches())
                .forEach(line -> settings.add(form.apply(line)));
        return settings;
    }

    /** A dash in front lets sysctl ignore errors. */
    private static @Nullable Assignment assignment(String line) {
        String plain = line.strip();
        boolean isDashed = plain.length() > 1 && plain.charAt(0) == '-' && plain.charAt(1) != '=';
        String text = isDashed ? plain.substring(1) : plain;
        boolean isComment = text.startsWith("#") || text.startsWith(";");
        return isComment || Character.isWhitespace(text.charAt(0)) ? null : Assignment.of(text, '=');
    }

    private void add(@Nullable Assignment line) {
        if (line == null) {
            understood = false;
        } else {
            values.put(line.name(), unquoted(line.value()));
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
