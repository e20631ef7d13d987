package io.drift.collector.source;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines of {@code key=value}, perhaps in sections: {@code [main]}. */
final class KeyValueFile implements SourceFormat {

    private static final Pattern SETTING = Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_.:/-]*)\\s*=\\s*(.*)");
    private static final Pattern QUOTED = Pattern.compile("(\"[^\"]*+\"|'[^']*+')(?:\\s+#.*)?");
    private static final Pattern SECTION = Pattern.compile("\\[([^\\[\\]]+)\\]");

    @Override
    public String name() {
        return "key-value";
    }

    @Override
    public String reads() {
        return "lines of key=value";
    }

    @Override
    public boolean fits(Beginning beginning) {
        return beginning.lines().stream()
                        .anyMatch(line -> SETTING.matcher(line.strip()).matches())
                && beginning.mostly(line -> isKnown(line.strip()));
    }

    private static boolean isKnown(String line) {
        return isComment(line)
                || SETTING.matcher(line).matches()
                || SECTION.matcher(line).matches();
    }

    private static boolean isComment(String line) {
        return line.isEmpty() || line.startsWith("#") || line.startsWith(";");
    }

    @Override
    public void read(InputStream in, Findings found) throws IOException {
        Map<String, String> settings = new TreeMap<>();
        List<Integer> others = new ArrayList<>();
        List<String> lines = TextLines.of(in);
        String section = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            Matcher begin = SECTION.matcher(line);
            Matcher setting = SETTING.matcher(line);
            if (begin.matches()) {
                section = begin.group(1).strip() + ".";
            } else if (!isComment(line) && setting.matches()) {
                settings.merge(section + setting.group(1), plain(setting.group(2)), (one, other) -> one + "; " + other);
            } else if (!isComment(line)) {
                others.add(i + 1);
            }
        }
        end(settings, others, found);
    }

    private static void end(Map<String, String> settings, List<Integer> others, Findings found)
            throws UnreadableSourceException {
        if (settings.isEmpty()) {
            throw new UnreadableSourceException("there is no line of key=value in this file");
        }
        if (!others.isEmpty()) {
            found.missing(LineNumbers.inWords(others, "no setting"));
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        settings.forEach(object::put);
        OwnSettings.tell(object, others.isEmpty(), found);
    }

    /** What is in quotes, or all that is in front of a comment. */
    private static String plain(String value) {
        Matcher quoted = QUOTED.matcher(value);
        return quoted.matches()
                ? quoted.group().substring(1, quoted.end(1) - 1)
                : ScrubbedText.withoutComment(value).strip();
    }
}
