package io.drift.collector;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which machine it is, what it is called, and when it said so.
 *
 * @param id a UUID; null if it has none and no name that could tell it from others
 * @param name of the host; null if it is not told
 * @param captured by its own clock; null if it is not told
 */
record Identity(
        @Nullable String id,
        @Nullable String name,
        @Nullable Instant captured) {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern MACHINE_ID = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,255}");
    private static final long VERSION = 0xf000;
    private static final long VERSION_8 = 0x8000;
    private static final Pattern CLOCK = Pattern.compile("([0-9]{1,11})( .*)?");

    static Identity of(Map<String, Section> sections) {
        return new Identity(id(sections), matching(NAME, text(sections, "hostname")), captured(sections));
    }

    /** The platform knows a machine by its insights id; what systemd made is a secret of the machine, so it is hashed. */
    private static @Nullable String id(Map<String, Section> sections) {
        String insights = matching(UUID_TEXT, text(sections, "insights-id").toLowerCase(Locale.ROOT));
        String machine = matching(MACHINE_ID, text(sections, "machine-id").toLowerCase(Locale.ROOT));
        if (insights != null) {
            return insights;
        }
        return machine == null
                ? idOfName(sections)
                : named("drift machine " + machine).toString();
    }

    /**
     * Some systems, such as Alpine, have no id: then the name tells that two collections are of one machine. It is a UUID of
     * version 8, so that nobody takes it for one of a machine id, which outlives the name.
     */
    private static @Nullable String idOfName(Map<String, Section> sections) {
        String name = matching(NAME, text(sections, "hostname").toLowerCase(Locale.ROOT));
        if (name == null || name.startsWith("localhost")) {
            return null;
        }
        UUID named = named("drift host name " + name);
        long ofVersion8 = named.getMostSignificantBits() & ~VERSION | VERSION_8;
        return new UUID(ofVersion8, named.getLeastSignificantBits()).toString();
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable Instant captured(Map<String, Section> sections) {
        Matcher clock = CLOCK.matcher(text(sections, "clock"));
        return clock.matches() ? Instant.ofEpochSecond(Long.parseLong(clock.group(1))) : null;
    }

    private static String text(Map<String, Section> sections, String name) {
        Section section = sections.get(name);
        return section == null ? "" : section.text();
    }

    private static @Nullable String matching(Pattern pattern, String text) {
        return pattern.matcher(text).matches() ? text : null;
    }

    void tell(HostDraft host) {
        if (id != null) {
            host.id(id);
        }
        if (name != null) {
            host.name(name);
        }
        if (captured != null) {
            host.captured(captured);
        }
    }
}
