package io.drift.collector;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sections of one line. */
final class SingleTexts {

    private static final Pattern BOOT = Pattern.compile("(?m)^btime ([0-9]{1,11})$");

    private SingleTexts() {}

    /** The line is the value. */
    static SectionReader text(String key) {
        return (section, host) -> {
            host.profile().put(key, section.text());
            return true;
        };
    }

    /** Uploads hold only what stands before the release of a kernel; the whole has a key of its own. */
    static boolean kernelRelease(Section section, HostDraft host) {
        String release = section.text();
        int dash = release.indexOf('-');
        host.profile().put("os_kernel_version", dash < 0 ? release : release.substring(0, dash));
        host.profile().put("kernel_release", release);
        return true;
    }

    static boolean hostname(Section section, HostDraft host) {
        host.profile().put("fqdn", section.text());
        return true;
    }

    static boolean bootTime(Section section, HostDraft host) {
        Matcher boot = BOOT.matcher(section.content());
        if (boot.find()) {
            Instant booted = Instant.ofEpochSecond(Long.parseLong(boot.group(1)));
            host.profile().put("last_boot_time", booted.toString());
            return true;
        }
        return false;
    }

    /** systemd names the kind of virtualisation, or says none. */
    static boolean virtualisation(Section section, HostDraft host) {
        String kind = section.text();
        host.profile().put("infrastructure_type", kind.equals("none") ? "physical" : "virtual");
        if (!kind.equals("none")) {
            host.profile().put("infrastructure_vendor", kind);
        }
        return true;
    }

    /** The kernel says 1 or 0. */
    static boolean selinuxMode(Section section, HostDraft host) {
        boolean known = section.text().equals("0") || section.text().equals("1");
        if (known) {
            host.profile().put("selinux_current_mode", section.text().equals("1") ? "enforcing" : "permissive");
        }
        return known;
    }

    /** A link to a file of the zone database, or the name of a zone. */
    static boolean timezone(Section section, HostDraft host) {
        host.profile().put("timezone", section.text().replaceFirst("^.*/zoneinfo/", ""));
        return true;
    }

    /** One name in each line. */
    static SectionReader names(String key) {
        return (section, host) -> {
            section.lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> host.profile().withArrayProperty(key).add(line.strip()));
            return true;
        };
    }
}
