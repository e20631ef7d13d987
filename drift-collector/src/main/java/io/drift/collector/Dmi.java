package io.drift.collector;

import java.util.Map;

/** What the firmware says of the machine, as {@code name=value}. */
final class Dmi {

    private static final Map<String, String> KEYS = Map.of(
            "bios_vendor", "bios_vendor",
            "bios_version", "bios_version",
            "bios_date", "bios_release_date");

    private Dmi() {}

    static boolean read(Section section, HostDraft host) {
        Settings lines = Settings.assignments(section);
        lines.values().forEach((name, value) -> {
            String key = KEYS.get(name);
            if (key == null) {
                host.profile().withObjectProperty("dmi").put(name, value);
            } else {
                host.profile().put(key, value);
            }
        });
        return lines.isUnderstood();
    }
}
