package io.drift.collector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Digests of crontabs, and which folders of them may not be read. */
final class Digests {

    private static final Pattern DIGEST = Pattern.compile("([0-9a-f]{64}) [ *](.+)");

    private Digests() {}

    static boolean crontabs(Section section, HostDraft host) {
        ObjectNode crontabs = host.profile().putObject("crontabs");
        boolean understood = true;
        for (String line : section.content().split("\n")) {
            Matcher digest = DIGEST.matcher(line);
            if (digest.matches()) {
                crontabs.put("/" + digest.group(2), "sha256:" + digest.group(1));
            } else {
                understood &= line.isBlank();
            }
        }
        return understood;
    }
}
