package io.drift.collector;

import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Units of systemd: what it says of them, or what their files say where it cannot be asked. */
final class Units {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final String SERVICE = ".service";
    private static final String BETWEEN_LETTERS_OF_UNITS = ":_.\\@-";
    private static final Set<String> ENABLED = Set.of("enabled", "enabled-runtime");
    private static final Map<String, String> OF_MANAGER =
            new TreeMap<>(Map.of("SystemState", "state", "NJobs", "jobs_queued", "NFailedUnits", "failed"));

    private final Set<String> installed = new TreeSet<>();
    private final Set<String> enabled = new TreeSet<>();
    private final Set<String> others = new TreeSet<>();

    private Units() {}

    static String[] keys() {
        return new String[] {"installed_services", "enabled_services", "enabled_units"};
    }

    /** {@code systemctl list-unit-files}: a name, its state, and perhaps what is preset. */
    static boolean files(Section section, HostDraft host) {
        Units units = new Units();
        boolean understood = true;
        for (String line : section.content().split("\n")) {
            StringTokenizer words = new StringTokenizer(line);
            String name = words.hasMoreTokens() ? words.nextToken() : "";
            if (words.hasMoreTokens() && isUnit(name)) {
                units.add(name, ENABLED.contains(words.nextToken()));
            } else {
                understood &= line.isBlank() || line.contains("unit files listed");
            }
        }
        units.tell(host);
        return understood;
    }

    /** The paths of units, and of links that want them. Says nothing where systemd did. */
    static boolean links(Section section, HostDraft host) {
        if (host.profile().has("installed_services")) {
            return true;
        }
        Units units = new Units();
        section.lines().forEach(path -> {
            String name = path.substring(path.lastIndexOf('/') + 1);
            if (isUnit(name)) {
                boolean wanted = path.contains(".wants/") || path.contains(".requires/");
                units.add(wanted ? template(name) : name, wanted);
            }
        });
        units.tell(host);
        return true;
    }

    /** Letters, digits and a few others, then a dot and small letters, which say of which kind it is. */
    private static boolean isUnit(String name) {
        int dot = name.lastIndexOf('.');
        for (int i = dot + 1; i < name.length(); i++) {
            if (name.charAt(i) < 'a' || name.charAt(i) > 'z') {
                return false;
            }
        }
        for (int i = 0; i < dot; i++) {
            if (!isOfUnits(name.charAt(i))) {
                return false;
            }
        }
        return dot > 0 && dot < name.length() - 1;
    }

    private static boolean isOfUnits(char one) {
        return one >= 'a' && one <= 'z'
                || one >= 'A' && one <= 'Z'
                || one >= '0' && one <= '9'
                || BETWEEN_LETTERS_OF_UNITS.indexOf(one) >= 0;
    }

    /** What is enabled of a template is an instance of it; systemd lists the template. */
    private static String template(String name) {
        return name.replaceFirst("@.*(\\.[a-z]+)$", "@$1");
    }

    private void add(String name, boolean isEnabled) {
        if (!name.endsWith(SERVICE)) {
            if (isEnabled) {
                others.add(name);
            }
            return;
        }
        String service = name.substring(0, name.length() - SERVICE.length());
        installed.add(service);
        if (isEnabled) {
            enabled.add(service);
        }
    }

    private void tell(HostDraft host) {
        installed.forEach(host.profile().putArray("installed_services")::add);
        enabled.forEach(host.profile().putArray("enabled_services")::add);
        others.forEach(host.profile().putArray("enabled_units")::add);
    }

    /** {@code systemctl list-units --failed}. */
    static boolean failed(Section section, HostDraft host) {
        section.lines().forEach(line -> {
            String name = BLANKS.split(line.replaceFirst("^[^A-Za-z0-9]+", ""))[0];
            if (isUnit(name)) {
                host.profile()
                        .withObjectProperty("systemd")
                        .withArrayProperty("failed_services")
                        .add(name);
            }
        });
        return true;
    }

    /** {@code systemctl show}. */
    static boolean manager(Section section, HostDraft host) {
        Settings lines = Settings.assignments(section);
        OF_MANAGER.forEach((name, key) -> {
            if (!lines.get(name).isEmpty()) {
                host.profile().withObjectProperty("systemd").put(key, lines.get(name));
            }
        });
        return lines.isUnderstood();
    }

    /** What OpenRC starts, and what it could start: paths of links and of scripts. */
    static boolean openrc(Section section, HostDraft host) {
        Units units = new Units();
        section.lines()
                .forEach(path ->
                        units.add(path.substring(path.lastIndexOf('/') + 1) + SERVICE, path.contains("/runlevels/")));
        units.tell(host);
        return true;
    }
}
