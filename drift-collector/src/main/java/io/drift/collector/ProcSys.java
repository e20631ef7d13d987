package io.drift.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Settings of the kernel: paths below {@code /proc/sys}, each with its content, or as {@code sysctl -a} prints them. */
final class ProcSys {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final String SYSCTL = "sysctl";
    private static final String DENIED = "denied ./";

    private ProcSys() {}

    /**
     * {@code ./net/ipv4/ip_forward:1}; a file of several lines stands there several times. {@code denied ./kernel/cad_pid}
     * may not be read by whoever collected, which is no difference.
     */
    static boolean files(Section section, HostDraft host) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        boolean understood = true;
        for (String line : section.content().split("\n")) {
            int colon = line.indexOf(':');
            if (line.startsWith("./") && colon > 0) {
                String name = name(line.substring(2, colon));
                String value = value(line.substring(colon + 1));
                JsonNode linesBefore = settings.get(name);
                settings.put(name, linesBefore == null ? value : linesBefore.asText() + "; " + value);
            } else if (line.startsWith(DENIED)) {
                host.notLookedAt(SYSCTL + "." + name(line.substring(DENIED.length())));
            } else {
                understood &= line.isBlank();
            }
        }
        tell(host, SYSCTL, settings);
        return understood;
    }

    /** As sysctl writes it: what is no end of a folder, such as the dot in eth0.100, is a slash. */
    private static String name(String path) {
        if (path.indexOf('.') < 0) {
            return path.replace('/', '.');
        }
        StringBuilder name = new StringBuilder(path);
        for (int i = 0; i < name.length(); i++) {
            if (path.charAt(i) == '/') {
                name.setCharAt(i, '.');
            } else if (path.charAt(i) == '.') {
                name.setCharAt(i, '/');
            }
        }
        return name.toString();
    }

    private static String value(String text) {
        String value = text.strip();
        return value.indexOf('\t') < 0 && value.indexOf("  ") < 0
                ? value
                : BLANKS.matcher(value).replaceAll(" ");
    }

    /** As {@code sysctl -a} prints them, which is not all that there are. */
    static boolean printed(Section section, HostDraft host) {
        List<String> refused = section.lines()
                .flatMap(line -> HiddenSettings.refusedBy(line).stream())
                .toList();
        refused.forEach(name -> host.notLookedAt(SYSCTL + "." + name));
        String told = section.lines()
                .filter(line -> HiddenSettings.refusedBy(line).isEmpty())
                .collect(Collectors.joining("\n"));
        boolean understood = assignments(SYSCTL).read(Section.read(section.name(), told), host);
        List<String> names = new ArrayList<>();
        host.profile().path(SYSCTL).fieldNames().forEachRemaining(names::add);
        HiddenSettings.of(names).forEach(name -> host.notLookedAt(SYSCTL + "." + name));
        return understood;
    }

    /**
     * {@code net.ipv4.ip_forward = 1}, from the command or from files; these may have slashes instead of dots.
     *
     * @param key of the profile
     */
    static SectionReader assignments(String key) {
        return (section, host) -> {
            ObjectNode settings = JsonNodeFactory.instance.objectNode();
            Settings lines = Settings.assignments(section);
            lines.values().forEach((name, value) -> settings.put(isPath(name) ? name(name) : name, value(value)));
            tell(host, key, settings);
            return lines.isUnderstood();
        };
    }

    /** The first of the two characters is the one between names. */
    private static boolean isPath(String name) {
        int slash = name.indexOf('/');
        int dot = name.indexOf('.');
        return slash >= 0 && (dot < 0 || slash < dot);
    }

    /** An empty value is one, too; a null is no fact. */
    private static void tell(HostDraft host, String key, ObjectNode settings) {
        if (host.profile().get(key) instanceof ObjectNode told) {
            told.setAll(settings);
        } else {
            host.profile().set(key, settings);
        }
    }
}
