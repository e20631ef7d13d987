package io.drift.collector.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Objects as YAML, of which each document is a column. */
final class YamlFile implements SourceFormat {

    private static final Pattern BEGIN = Pattern.compile("---(?:\\s.*)?|%YAML .*|[A-Za-z0-9_.-]+:(?:\\s.*)?");
    private static final Pattern LINE = Pattern.compile(
            "\\s*(?:#.*|---.*|\\.\\.\\.|%YAML .*|-(?:\\s.*)?|[\\]}]+,?|[\"'A-Za-z0-9_./ <-]+:(?:\\s.*)?)");

    @Override
    public String name() {
        return "yaml";
    }

    @Override
    public String reads() {
        return "objects, each document a column";
    }

    @Override
    public boolean fits(Beginning beginning) {
        return beginning.lines().stream()
                        .filter(line -> !line.startsWith("#"))
                        .findFirst()
                        .filter(line -> BEGIN.matcher(line).matches())
                        .isPresent()
                && beginning.mostly(line -> LINE.matcher(line).matches());
    }

    @Override
    public void read(InputStream in, Findings found) throws IOException {
        String text = TextLines.text(in);
        YamlTree tree = new YamlTree();
        try {
            for (Node document : YamlTree.documents(text)) {
                PlainDocument.add(tree.json(document), found);
            }
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 0
                    : broken.getProblemMark().getLine() + 1;
            throw new UnreadableSourceException("it is broken YAML in line " + line);
        } catch (YAMLException broken) {
            throw new UnreadableSourceException("this YAML is deeper, longer or has more references than is read");
        }
    }
}
