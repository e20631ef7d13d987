package io.drift.collector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file {@code os-release}. */
final class OsRelease {

    private static final Pattern VERSION = Pattern.compile("([0-9]{1,6})(?:\\.([0-9]{1,6}))?.*");

    private OsRelease() {}

    static boolean read(Section section, HostDraft host) {
        Settings release = Settings.assignments(section);
        put(host.profile(), "os_release", release.get("VERSION_ID"));
        ObjectNode system = host.profile().putObject("operating_system");
        put(system, "name", release.get("ID").equals("rhel") ? "RHEL" : release.get("NAME"));
        Matcher version = VERSION.matcher(release.get("VERSION_ID"));
        if (version.matches()) {
            system.put("major", Integer.parseInt(version.group(1)));
            system.put("minor", version.group(2) == null ? 0 : Integer.parseInt(version.group(2)));
        }
        put(system, "id", release.get("ID"));
        put(system, "codename", release.get("VERSION_CODENAME"));
        put(system, "variant", release.get("VARIANT_ID"));
        return release.isUnderstood();
    }

    private static void put(ObjectNode object, String key, String value) {
        if (!value.isEmpty()) {
            object.put(key, value);
        }
    }
}
