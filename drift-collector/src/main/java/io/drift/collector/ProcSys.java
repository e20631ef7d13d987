package io.drift.collector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** Settings of the kernel: paths below {@code /proc/sys}, each with its content, or as {@code sysctl -a} prints them. */
final class ProcSys {

    private ProcSys() {}

    /** {@code ./net/ipv4/ip_forward:1}; a file of several lines stands there several times. */
    static boolean files(Section section, HostDraft host) {
        Map<String, String> settings = new TreeMap<>();
        boolean understood = true;
        for (String line : section.content().split("\n")) {
            int colon = line.indexOf(':');
            if (line.startsWith("./") && colon > 0) {
                settings.merge(
                        name(line.substring(2, colon)), value(line.substring(colon + 1)), (a, b) -> a + "; " + b);
            } else {
                understood &= line.isBlank();
            }
        }
        tell(host, settings);
        return understood;
    }

    /** As sysctl writes it: what is no end of a folder, such as the dot in eth0.100, is a slash. */
    private static String name(String path) {
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
        return text.strip().replaceAll("\\s+", " ");
    }

    /** {@code net.ipv4.ip_forward = 1}. */
    static boolean sysctl(Section section, HostDraft host) {
        Map<String, String> settings = new TreeMap<>();
        Settings lines = Settings.assignments(section);
        lines.values().forEach((name, value) -> settings.put(name, value(value)));
        tell(host, settings);
        return lines.isUnderstood();
    }

    /** An empty value is one, too; a null is no fact. */
    private static void tell(HostDraft host, Map<String, String> settings) {
        ObjectNode sysctl = host.profile().withObjectProperty("sysctl");
        settings.forEach(sysctl::put);
    }
}
