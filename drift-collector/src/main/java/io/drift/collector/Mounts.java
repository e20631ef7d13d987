package io.drift.collector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.StringTokenizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is mounted, and what {@code fstab} says. */
final class Mounts {

    private static final int FIELDS = 3;
    /** A line of fstab may leave its options out. */
    private static final String USUAL = "defaults";

    private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})");
    private static final int BASE = 8;
    /** Thousands of mounts have less; each option becomes a fact of its own, so more would take minutes. */
    private static final int LONGEST = 1 << 20;

    private Mounts() {}

    /** The line of a mount. */
    private record Mount(String device, String place, String type, String options) {

        ObjectNode tell(HostDraft host, String list) {
            return host.profile().withArrayProperty(list).addObject();
        }
    }

    /** A function for each line that is one. */
    @FunctionalInterface
    private interface Each {
        void tell(Mount mount);
    }

    /** {@code /proc/mounts}: devices in the platform's form, and whatever else is mounted by its place. */
    static boolean mounted(Section section, HostDraft host) {
        return each(section, mount -> {
            if (mount.device.startsWith("/dev/")) {
                ObjectNode device = mount.tell(host, "disk_devices");
                device.put("device", mount.device)
                        .put("mount_point", mount.place)
                        .put("type", mount.type);
                ObjectNode options = device.putObject("options");
                for (String option : mount.options.split(",")) {
                    int equals = option.indexOf('=');
                    if (equals < 0) {
                        options.put(option, true);
                    } else {
                        options.put(option.substring(0, equals), option.substring(equals + 1));
                    }
                }
            } else {
                byPlace(mount, host, "mounts");
            }
        });
    }

    static boolean fstab(Section section, HostDraft host) {
        return each(section, mount -> byPlace(mount, host, "fstab"));
    }

    private static void byPlace(Mount mount, HostDraft host, String list) {
        mount.tell(host, list)
                .put("name", mount.place)
                .put("device", mount.device)
                .put("type", mount.type)
                .put("options", mount.options);
    }

    private static boolean each(Section section, Each each) {
        if (section.content().length() > LONGEST) {
            return false;
        }
        boolean understood = true;
        for (String line : section.content().split("\n")) {
            StringTokenizer words = new StringTokenizer(line);
            if (words.countTokens() >= FIELDS) {
                each.tell(new Mount(
                        plain(words.nextToken()),
                        plain(words.nextToken()),
                        words.nextToken(),
                        words.hasMoreTokens() ? plain(words.nextToken()) : USUAL));
            } else {
                understood &= line.isBlank() || line.strip().startsWith("#");
            }
        }
        return understood;
    }

    /** Blanks are written as numbers: {@code \040}. */
    private static String plain(String escaped) {
        if (escaped.indexOf('\\') < 0) {
            return escaped;
        }
        return OCTAL.matcher(escaped)
                .replaceAll(found ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), BASE))));
    }
}
