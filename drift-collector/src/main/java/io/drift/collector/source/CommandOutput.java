package io.drift.collector.source;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What commands printed into an archive, in the form that a collection has it. Each is empty if it is something else. */
final class CommandOutput {

    private static final Pattern UNAME =
            Pattern.compile("Linux (\\S+) (\\S+) #.* (\\S+) GNU/Linux\\s*|Linux (\\S+) (\\S+) #.* (\\S+) Linux\\s*");
    private static final Pattern UTC = Pattern.compile(
            "[A-Z][a-z]{2} ([A-Z][a-z]{2}) +([0-9]{1,2}) ([0-9]{2}:[0-9]{2}:[0-9]{2}) (?:([AP]M) )?UTC ([0-9]{4})");
    private static final Pattern UNIT = Pattern.compile("[^A-Za-z0-9]*[A-Za-z0-9:_.\\\\@-]+\\.[a-z]+\\s+\\S.*");
    private static final Pattern ZONE = Pattern.compile("(?m)^[ \\t]*+Time ?zone: ([A-Za-z0-9_+/-]+).*$");
    private static final Pattern VIRTUALISATION = Pattern.compile("(?m)^[ \\t]*+Virtualization: (\\S+)\\s*$");
    private static final Pattern MODE = Pattern.compile("(?m)^Current mode:\\s+(enforcing|permissive)\\s*$");
    private static final Pattern VIA_6 = Pattern.compile("default via [^ :]*:");
    private static final Pattern OTHER_TABLE = Pattern.compile(".* table \\S+.*");

    private CommandOutput() {}

    private static Optional<String> ofUname(String text, int group) {
        Matcher uname = UNAME.matcher(text.strip());
        return uname.matches()
                ? Optional.of(uname.group(group) == null ? uname.group(group + 3) : uname.group(group))
                : Optional.empty();
    }

    static Optional<String> nodeName(String text) {
        return ofUname(text, 1);
    }

    static Optional<String> kernelRelease(String text) {
        return ofUname(text, 2);
    }

    static Optional<String> architecture(String text) {
        return ofUname(text, 3);
    }

    /** Of other zones than UTC there is an abbreviation, which may be anywhere. */
    static Optional<String> clock(String text) {
        Matcher date = UTC.matcher(text.strip());
        if (!date.matches()) {
            return Optional.empty();
        }
        String half = date.group(4);
        String words = date.group(1) + " " + date.group(2) + " " + date.group(5) + " " + date.group(3)
                + (half == null ? "" : " " + half);
        DateTimeFormatter form =
                DateTimeFormatter.ofPattern("MMM d yyyy " + (half == null ? "HH:mm:ss" : "hh:mm:ss a"), Locale.US);
        try {
            return Optional.of(LocalDateTime.parse(words, form).toEpochSecond(ZoneOffset.UTC) + " +0000 UTC");
        } catch (DateTimeException odd) {
            return Optional.empty();
        }
    }

    static Optional<String> firstWords(String text) {
        return Optional.of(text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.strip().split("\\s+")[0] + "\n")
                .collect(Collectors.joining()));
    }

    /** Under a line of headings. */
    static Optional<String> loadedModules(String text) {
        return text.startsWith("Module ") ? firstWords(text.replaceFirst("[^\\n]*\\n", "")) : Optional.empty();
    }

    /** Without headings, and without what is said below them. */
    static Optional<String> unitRows(String text) {
        String rows = text.lines()
                .filter(line -> UNIT.matcher(line).matches())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        return rows.isEmpty() && !text.contains("0 loaded units") ? Optional.empty() : Optional.of(rows);
    }

    /** Of the main table, which is not named. */
    static Optional<String> defaultRoutes(String text) {
        return Optional.of(routes(text, false));
    }

    static Optional<String> defaultRoutes6(String text) {
        return Optional.of(routes(text, true));
    }

    private static String routes(String text, boolean of6) {
        return text.lines()
                .filter(line -> line.startsWith("default ")
                        && !OTHER_TABLE.matcher(line).matches()
                        && isOf6(line) == of6)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static boolean isOf6(String route) {
        return VIA_6.matcher(route).lookingAt() || route.contains(" pref ");
    }

    static Optional<String> virtualisation(String text) {
        Matcher kind = VIRTUALISATION.matcher(text);
        if (kind.find()) {
            return Optional.of(kind.group(1));
        }
        return text.contains("Operating System:") ? Optional.of("none") : Optional.empty();
    }

    static Optional<String> timeZone(String text) {
        Matcher zone = ZONE.matcher(text);
        return zone.find() ? Optional.of(zone.group(1)) : Optional.empty();
    }

    static Optional<String> selinuxMode(String text) {
        Matcher mode = MODE.matcher(text);
        return mode.find() ? Optional.of(mode.group(1).equals("enforcing") ? "1" : "0") : Optional.empty();
    }
}
