package io.drift.collector.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The file {@code /var/lib/dpkg/status}: a paragraph for each package. */
final class DpkgStatusFile implements SourceFormat {

    private static final String PACKAGE = "Package";
    private static final String STATUS = "Status";
    private static final String VERSION = "Version";
    private static final String ARCHITECTURE = "Architecture";

    @Override
    public String name() {
        return "dpkg-status";
    }

    @Override
    public String reads() {
        return "/var/lib/dpkg/status";
    }

    @Override
    public boolean fits(Beginning beginning) {
        return !beginning.lines().isEmpty()
                && beginning.lines().get(0).startsWith(PACKAGE + ": ")
                && beginning.lines().stream().anyMatch(line -> line.startsWith(STATUS + ": "));
    }

    @Override
    public void read(InputStream in, Findings found) throws IOException {
        List<String> lines = TextLines.of(in);
        PackageList list = new PackageList();
        DebStates states = new DebStates();
        Map<String, String> fields = new HashMap<>();
        int begin = 0;
        for (int i = 0; i <= lines.size(); i++) {
            String line = i < lines.size() ? lines.get(i) : "";
            if (line.isBlank()) {
                end(fields, list, states, begin + 1);
                fields.clear();
                begin = i + 1;
            } else if (!Character.isWhitespace(line.charAt(0)) && line.indexOf(':') > 0) {
                int colon = line.indexOf(':');
                fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        list.end(found);
        states.tell(found);
    }

    private static void end(Map<String, String> fields, PackageList list, DebStates states, int lineNumber) {
        String name = fields.get(PACKAGE);
        String status = fields.get(STATUS);
        if (fields.isEmpty()) {
            return;
        }
        if (name == null || status == null) {
            list.other(lineNumber);
        } else if (states.isThere(DebState.ofStatus(status))) {
            String version = fields.get(VERSION);
            if (version == null) {
                list.other(lineNumber);
            } else {
                list.add(new DebEntry(name, version, fields.get(ARCHITECTURE)));
            }
        }
    }
}
