package io.drift.collector.source;

import io.drift.core.profile.LookedAt;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code dpkg-query -W} prints: name and version, with a tab between them; perhaps architecture and status, too. */
final class DpkgQuery implements SourceFormat {

    private static final Pattern LINE = Pattern.compile("([a-z0-9][a-z0-9+.-]*(?::[a-z0-9-]+)?)\\t([0-9][^\\s]*|)"
            + "(?:\\t([a-z0-9]+(?:-[a-z0-9]+)*|))?(?:\\t([a-z -]+))?");

    @Override
    public String name() {
        return "dpkg-query";
    }

    @Override
    public String reads() {
        return "dpkg-query -W";
    }

    @Override
    public boolean fits(Beginning beginning) {
        return beginning.mostly(line -> LINE.matcher(line).matches());
    }

    @Override
    public void read(InputStream in, Findings found) throws IOException {
        List<String> lines = TextLines.of(in);
        PackageList list = new PackageList();
        DebStates states = new DebStates();
        boolean tellsArch = true;
        boolean tellsStatus = true;
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = LINE.matcher(lines.get(i));
            if (line.matches()) {
                tellsStatus &= line.group(4) != null;
                Optional<DebEntry> entry = installed(line, states);
                tellsArch &= entry.map(DebEntry::tellsArch).orElse(true);
                entry.ifPresent(list::add);
            } else if (!lines.get(i).isBlank()) {
                list.other(i + 1);
            }
        }
        if (!tellsArch) {
            list.untold(LookedAt.ARCHITECTURES);
        }
        list.end(found);
        states.tell(found);
        tell(found, tellsArch, tellsStatus);
    }

    /** A package without a version is only known by name. */
    private static Optional<DebEntry> installed(Matcher line, DebStates states) {
        String status = line.group(4);
        boolean isThere = !line.group(2).isEmpty() && (status == null || states.isThere(DebState.ofStatus(status)));
        String arch = line.group(3);
        return isThere
                ? Optional.of(new DebEntry(line.group(1), line.group(2), arch == null || arch.isEmpty() ? null : arch))
                : Optional.empty();
    }

    private static void tell(Findings found, boolean tellsArch, boolean tellsStatus) {
        if (!tellsArch || !tellsStatus) {
            String what = tellsStatus
                    ? "the architecture of each package"
                    : "which packages were removed but for their configuration";
            found.remark("this list does not tell " + (tellsArch || tellsStatus ? what : "architectures, nor " + what)
                    + "; dpkg-query -W -f '${Package}\\t${Version}\\t${Architecture}\\t${Status}\\n' does");
        }
    }
}
