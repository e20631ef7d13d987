package io.drift.collector.source;

import io.drift.core.profile.LookedAt;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The table that {@code dpkg -l} prints, with its header or without. */
final class DpkgTable implements SourceFormat {

    /** The three lines that explain the letters, and the rule under the header, in any language. */
    private static final Pattern HEADER = Pattern.compile("(?:\\w.*=|[|/ ]+ ?\\S|\\+\\+\\+-).*");

    @Override
    public String name() {
        return "dpkg-l";
    }

    @Override
    public String reads() {
        return "dpkg -l";
    }

    @Override
    public boolean fits(Beginning beginning) {
        return beginning.lines().stream().anyMatch(line -> DpkgRow.parse(line).isPresent())
                && beginning.mostly(line -> DpkgRow.parse(line).isPresent() || isHeader(line));
    }

    private static boolean isHeader(String line) {
        return HEADER.matcher(line).matches();
    }

    @Override
    public void read(InputStream in, Findings found) throws IOException {
        List<String> lines = TextLines.of(in);
        DpkgColumns columns = DpkgColumns.of(lines);
        PackageList list = new PackageList();
        DebStates states = new DebStates();
        boolean tellsArch = true;
        int cut = 0;
        for (int i = 0; i < lines.size(); i++) {
            Optional<DpkgRow> row = DpkgRow.parse(lines.get(i));
            if (row.isEmpty() && !lines.get(i).isBlank() && !isHeader(lines.get(i))) {
                list.other(i + 1);
            } else if (row.isPresent() && states.isThere(row.get().state())) {
                if (columns.mayCut(row.get())) {
                    cut++;
                } else {
                    tellsArch &= row.get().entry().tellsArch();
                    list.add(row.get().entry());
                }
            }
        }
        if (!tellsArch) {
            list.untold(LookedAt.ARCHITECTURES);
        }
        if (cut > 0) {
            list.incomplete();
            found.missing(cut + (cut == 1 ? " line" : " lines") + " may be cut to the width of a terminal, and "
                    + (cut == 1 ? "was" : "were") + " left out; dpkg-query -W cuts nothing");
        }
        states.tell(found);
        list.end(found);
    }
}
