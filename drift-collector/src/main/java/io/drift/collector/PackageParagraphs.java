package io.drift.collector;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the databases of dpkg and apk have of each package: a paragraph of lines. */
final class PackageParagraphs {

    private static final Pattern APK = Pattern.compile("(.+)-(r[0-9]+)");

    private PackageParagraphs() {}

    /** {@code /var/lib/dpkg/status}: what is installed, also if only half. */
    static boolean dpkg(Section section, HostDraft host) {
        var packages = host.profile().withArrayProperty("deb_packages");
        return read(section, paragraph -> {
            if (!isInstalled(paragraph.getOrDefault("Status", ""))) {
                return paragraph.containsKey("Package");
            }
            String version = paragraph.get("Version");
            String name = paragraph.get("Package");
            if (version == null || name == null) {
                return false;
            }
            packages.addObject().put("name", name).put("version", version).put("arch", paragraph.get("Architecture"));
            return true;
        });
    }

    private static boolean isInstalled(String status) {
        return !status.isEmpty() && !status.endsWith(" not-installed") && !status.endsWith(" config-files");
    }

    /** {@code /lib/apk/db/installed}. */
    static boolean apk(Section section, HostDraft host) {
        var packages = host.profile().withArrayProperty("installed_packages");
        return read(section, paragraph -> {
            Matcher version = APK.matcher(paragraph.getOrDefault("V", ""));
            if (!version.matches() || !paragraph.containsKey("P") || !paragraph.containsKey("A")) {
                return false;
            }
            packages.add(
                    paragraph.get("P") + "-" + version.group(1) + "-" + version.group(2) + "." + paragraph.get("A"));
            return true;
        });
    }

    /** Continued lines, which begin with a blank, belong to fields that do not matter. */
    private static boolean read(Section section, Predicate<Map<String, String>> paragraphs) {
        Map<String, String> paragraph = new HashMap<>();
        boolean understood = true;
        for (String line : (section.content() + "\n\n").split("\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0 && line.charAt(0) != ' ') {
                paragraph.put(
                        line.substring(0, colon), line.substring(colon + 1).strip());
            } else if (line.isEmpty() && !paragraph.isEmpty()) {
                understood &= paragraphs.test(paragraph);
                paragraph.clear();
            } else {
                understood &= line.isEmpty() || line.startsWith(" ");
            }
        }
        return understood;
    }
}
