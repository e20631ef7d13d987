package io.drift.collector.source;

import io.drift.core.profile.LookedAt;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code apk info -v} prints: a package a line, {@code busybox-1.36.1-r15}; of {@code -vv}, a description behind it.
 * {@code apk list -I} has the architecture there.
 */
final class ApkNames implements SourceFormat {

    private static final String NAME = "(\\S{1,300}-[0-9][^\\s-]{0,100}-r[0-9]{1,9})";
    private static final Pattern LINE = Pattern.compile(NAME + "(?: .*)?");
    /** A line of {@code apk list}, which without {@code -I} also has what could be installed. */
    private static final Pattern LISTED = Pattern.compile(NAME + " ([a-z0-9_]+) \\{[^}]*\\} .*");

    private static final Pattern INSTALLED = Pattern.compile("\\[(?:installed|upgradable to: [^\\]]*)\\]");
    private static final Pattern OLDER = Pattern.compile("\\[upgradable from: " + NAME + "\\]");

    @Override
    public String name() {
        return "apk";
    }

    @Override
    public String reads() {
        return "apk list -I, apk info -v";
    }

    @Override
    public boolean fits(Beginning beginning) {
        return beginning.mostly(line -> LINE.matcher(line.strip()).matches());
    }

    @Override
    public void read(InputStream in, Findings found) throws IOException {
        List<String> lines = TextLines.of(in);
        PackageList list = new PackageList();
        boolean tellsArch = true;
        int available = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            Matcher listed = LISTED.matcher(line);
            if (listed.matches()) {
                Optional<String> installed = installed(line, listed.group(1));
                installed.ifPresent(name -> list.add(name + "." + listed.group(2)));
                available += installed.isPresent() ? 0 : 1;
            } else if (LINE.matcher(line).matches()) {
                tellsArch = false;
                list.add(line.split(" ", 2)[0]);
            } else if (!line.isEmpty()) {
                list.other(i + 1);
            }
        }
        if (available > 0) {
            found.remark(available
                    + (available == 1 ? " package" : " packages")
                    + (available == 1
                            ? " of this list could be installed and is not, and was left out"
                            : " of this list could be installed and are not, and were left out"));
        }
        if (!tellsArch) {
            list.untold(LookedAt.ARCHITECTURES);
            found.remark(
                    "this list tells no architectures, so nobody knows whether its packages are those of lists that"
                            + " do; apk list -I does");
        }
        list.end(found);
    }

    /** Which version of the package of a line is installed; empty if none is. */
    private static Optional<String> installed(String line, String name) {
        Matcher older = OLDER.matcher(line);
        if (older.find()) {
            return Optional.of(older.group(1));
        }
        return INSTALLED.matcher(line).find() ? Optional.of(name) : Optional.empty();
    }
}
