package io.drift.collector.source;

import io.drift.core.profile.LookedAt;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code apk info -v} prints: a package a line, {@code busybox-1.36.1-r15}; of {@code -vv}, a description behind it.
 * {@code apk list -I} has the architecture there.
 */
final class ApkNames implements SourceFormat {

    private static final Pattern LINE = Pattern.compile(
            "(\\S{1,300}-[0-9][^\\s-]{0,100}-r[0-9]{1,9})" + "(?: ([a-z0-9_]+) \\{[^}]*\\} .*\\[installed\\].*| .*)?");

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
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = LINE.matcher(lines.get(i).strip());
            if (line.matches()) {
                tellsArch &= line.group(2) != null;
                list.add(line.group(1) + (line.group(2) == null ? "" : "." + line.group(2)));
            } else if (!lines.get(i).isBlank()) {
                list.other(i + 1);
            }
        }
        if (!tellsArch) {
            list.untold(LookedAt.ARCHITECTURES);
            found.remark(
                    "this list tells no architectures, so nobody knows whether its packages are those of lists that"
                            + " do; apk list -I does");
        }
        list.end(found);
    }
}
