package io.drift.collector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Settings of sshd: a keyword and its value in each line. A keyword that stands several times has all its values. What
 * follows {@code Match} is under the keywords of that line.
 */
final class SshdSettings {

    private static final Pattern LINE = Pattern.compile("\\s*+([A-Za-z0-9]++)(?:\\s*+=|\\s++)(.*+)");

    /** A comment, or what sshd says on standard error of a line of its file. */
    private static final Pattern NOTHING = Pattern.compile("\\s*|\\s*#.*|/\\S+ line [0-9]+: .*");

    private SshdSettings() {}

    static SectionReader into(String key) {
        return (section, host) -> {
            Map<String, Map<String, String>> settings = new LinkedHashMap<>();
            boolean understood = true;
            String match = "";
            for (String line : section.content().split("\n")) {
                Matcher one = LINE.matcher(line);
                if (!one.matches()) {
                    understood &= NOTHING.matcher(line).matches();
                    continue;
                }
                String keyword = one.group(1).toLowerCase(Locale.ROOT);
                if (keyword.equals("match")) {
                    match = "match " + one.group(2).strip();
                } else {
                    settings.computeIfAbsent(match, any -> new LinkedHashMap<>())
                            .merge(keyword, one.group(2).strip(), (before, more) -> before + ", " + more);
                }
            }
            tell(host.profile().putObject(key), settings);
            return understood;
        };
    }

    private static void tell(ObjectNode sshd, Map<String, Map<String, String>> settings) {
        settings.forEach((match, values) -> {
            ObjectNode object = match.isEmpty() ? sshd : sshd.putObject(match);
            values.forEach(object::put);
        });
    }
}
