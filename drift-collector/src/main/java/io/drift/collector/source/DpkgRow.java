package io.drift.collector.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code dpkg -l}.
 *
 * @param state what the second letter says
 * @param name as shown, perhaps cut
 * @param version as shown, perhaps cut
 * @param arch null in tables of before 2012, which have no such column
 * @param nameWidth how many letters there are from the name to the version, less the blank between them
 * @param versionWidth the same for the version; 0 if nothing follows
 */
record DpkgRow(
        DebState state,
        String name,
        String version,
        @Nullable String arch,
        int nameWidth,
        int versionWidth) {

    private static final String LETTERS = "uncHUFWti";
    private static final Pattern ROW =
            Pattern.compile("[uirph]([ncHUFWtibe])[ R] {1,3}(\\S+)( +)(\\S+)(?:( +)(\\S+)(?:\\s.*)?)?\\s*");
    private static final Pattern ARCHITECTURE = Pattern.compile("all|[a-z0-9]+(?:-[a-z0-9]+)*");

    static Optional<DpkgRow> parse(String line) {
        Matcher row = ROW.matcher(line);
        if (!row.matches() || LETTERS.indexOf(row.group(1)) < 0) {
            return Optional.empty();
        }
        String third = row.group(6);
        return Optional.of(new DpkgRow(
                DebState.ofLetter(row.group(1).charAt(0)),
                row.group(2),
                row.group(4),
                third != null && ARCHITECTURE.matcher(third).matches() ? third : null,
                row.group(2).length() + row.group(3).length() - 1,
                third == null ? 0 : row.group(4).length() + row.group(5).length() - 1));
    }

    DebEntry entry() {
        return new DebEntry(name, version, arch);
    }
}
