package io.drift.json.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * One document of YAML as a tree that knows where everything stands. References and tags are refused: a policy needs none, and
 * a few lines of references can stand for more than fits into memory.
 */
final class PolicyTree {

    private static final int DEEPEST = 10;
    private static final int MOST_VALUES = 100_000;
    private static final String BOM = "\uFEFF";

    private int documents;
    private int values;
    private int depth;

    private PolicyTree() {}

    static Node of(InputStream in) throws IOException {
        String text = text(in.readAllBytes());
        try {
            PolicyTree tree = new PolicyTree();
            for (Event event : yaml().parse(new StringReader(text))) {
                tree.check(event);
            }
            Node root = tree.documents == 0 ? null : yaml().compose(new StringReader(text));
            if (root == null) {
                throw new UnreadablePolicyException(
                        1, 1, "this policy is empty; write 'extends: exact' if it is to change nothing");
            }
            return root;
        } catch (MarkedYAMLException broken) {
            throw broken(broken);
        } catch (ReaderException odd) {
            throw at(text, odd.getPosition(), "a policy cannot have the character U+" + hex(odd.getCodePoint()));
        } catch (YAMLException odd) {
            throw new UnreadablePolicyException(1, 1, String.valueOf(odd.getMessage()));
        }
    }

    private static Yaml yaml() {
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(0);
        return new Yaml(limits);
    }

    private static String text(byte[] document) throws UnreadablePolicyException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document))
                    .toString();
            return text.startsWith(BOM) ? text.substring(1) : text;
        } catch (CharacterCodingException odd) {
            throw new UnreadablePolicyException(1, 1, "this is not UTF-8; save it as UTF-8");
        }
    }

    private void check(Event event) throws UnreadablePolicyException {
        Mark mark = event.getStartMark();
        if (event instanceof DocumentStartEvent && ++documents > 1) {
            throw at(mark, "a second document begins here; a policy is one");
        }
        if (event instanceof NodeEvent && ++values > MOST_VALUES) {
            throw at(mark, "a policy has at most " + MOST_VALUES + " values");
        }
        depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
        if (depth > DEEPEST) {
            throw at(mark, "this is deeper than a policy may be");
        }
        if (event instanceof AliasEvent) {
            throw at(mark, "a * without quotes refers to another place here; put the pattern into quotes");
        }
        if (event instanceof NodeEvent node && node.getAnchor() != null) {
            throw at(
                    mark,
                    "a & names a place here, and a policy has no references; leave it out, or put the text into quotes");
        }
        if (tag(event) != null) {
            throw at(
                    mark, "a policy has no tags such as " + tag(event) + "; leave it out, or put the text into quotes");
        }
    }

    private static @Nullable String tag(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        return event instanceof CollectionStartEvent collection ? collection.getTag() : null;
    }

    private static UnreadablePolicyException broken(MarkedYAMLException broken) {
        Mark mark = broken.getProblemMark() == null ? broken.getContextMark() : broken.getProblemMark();
        String problem = String.valueOf(broken.getProblem());
        if (problem.contains("\\t(TAB)")) {
            problem = "a tab cannot indent in YAML; use blanks";
        } else if (String.valueOf(broken.getContext()).contains("alias")) {
            mark = broken.getContextMark();
            problem = "a * without quotes refers to another place in YAML; put the pattern into quotes";
        }
        return mark == null ? new UnreadablePolicyException(1, 1, problem) : at(mark, problem);
    }

    static UnreadablePolicyException at(Mark mark, String problem) {
        return new UnreadablePolicyException(mark.getLine() + 1, mark.getColumn() + 1, problem);
    }

    /** Some failures of the parser only know how many characters were before. */
    private static UnreadablePolicyException at(String text, int position, String problem) {
        String before = text.substring(0, Math.min(position, text.length()));
        int line = (int) before.chars().filter(one -> one == '\n').count() + 1;
        return new UnreadablePolicyException(line, before.length() - before.lastIndexOf('\n'), problem);
    }

    private static String hex(int codePoint) {
        return String.format(Locale.ROOT, "%04X", codePoint);
    }
}
