package io.drift.collector.source;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The place of a file in an archive of a machine.
 *
 * @param root the folder that the archive has for the machine; empty if it has none
 * @param path what the file is called below it
 */
record ArchivePath(String root, String path) {

    private static final int LONGEST = 4096;
    private static final int DEEPEST = 64;
    /** The client of Insights has what it took in a folder of its own. */
    private static final String DATA = "data/";

    private static final Pattern ODD = Pattern.compile("[\\\\\\x00-\\x1f\\x7f]");
    /** What a machine itself has at its root, and what collectors add there. */
    private static final Pattern TOP = Pattern.compile(
            "(?:boot|data|dev|etc|insights_commands|lib|meta_data|opt|proc|root|run|sos_commands|sos_logs|sos_reports|sys|tmp|usr|var)");

    /**
     * A place.
     *
     * @param name as the archive has it
     * @return empty if it is a place that no honest archive of a machine has: outside, from the root of the disk, endless
     */
    static Optional<ArchivePath> parse(String name) {
        String plain = name.startsWith("./") ? name.substring(2) : name;
        String[] parts = plain.split("/", -1);
        if (plain.isEmpty()
                || plain.length() > LONGEST
                || parts.length > DEEPEST
                || ODD.matcher(plain).find()) {
            return Optional.empty();
        }
        for (String part : parts) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return Optional.empty();
            }
        }
        return Optional.of(of(plain, parts));
    }

    private static ArchivePath of(String plain, String... parts) {
        boolean hasRoot = parts.length > 1 && !TOP.matcher(parts[0]).matches();
        String below = hasRoot ? plain.substring(parts[0].length() + 1) : plain;
        return new ArchivePath(
                hasRoot ? parts[0] : "", below.startsWith(DATA) ? below.substring(DATA.length()) : below);
    }
}
