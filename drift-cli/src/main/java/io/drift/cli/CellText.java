package io.drift.cli;

import io.drift.core.report.PrintableText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Texts as a terminal may show them. Widths are counted in code points: a terminal shows most of them one column wide,
 * and tables that hold others (East Asian characters, combining marks) are a little out of line, no more.
 */
final class CellText {

    static final String ELLIPSIS = "…";

    private static final String EMPTY = "\"\"";

    private CellText() {}

    static String shown(String text) {
        return text.isEmpty() ? EMPTY : PrintableText.of(text);
    }

    static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    static int widest(Stream<String> texts) {
        return texts.mapToInt(CellText::width).max().orElse(0);
    }

    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    /** At most so many characters, the last of them an ellipsis if something was cut off. */
    static String cut(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        return width < 1 ? "" : first(text, width - 1) + ELLIPSIS;
    }

    /** At most so many characters: both ends, for names whose end matters as much as their beginning. */
    static String cutMiddle(String text, int width) {
        int tail = width / 2;
        if (width(text) <= width) {
            return text;
        }
        return width < 1 ? "" : first(text, width - 1 - tail) + ELLIPSIS + from(text, width(text) - tail);
    }

    /**
     * At most so many characters, with a certain place among them.
     *
     * @param place what must be seen, counted in characters: where a text begins to differ from others
     */
    static String cutAround(String text, int width, int place) {
        int begin = Math.min(place - width / 3, width(text) - width + 1);
        return place < width * 2 / 3 || width(text) <= width || begin <= 0
                ? cut(text, width)
                : ELLIPSIS + cut(from(text, begin), width - 1);
    }

    /** A sentence in lines of at most so many characters, unless a word is longer. */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String word : text.split(" ")) {
            int last = lines.size() - 1;
            if (last < 0 || width(lines.get(last)) + 1 + width(word) > width) {
                lines.add(word);
            } else {
                lines.set(last, lines.get(last) + " " + word);
            }
        }
        return lines;
    }

    private static String first(String text, int points) {
        return text.substring(0, text.offsetByCodePoints(0, points));
    }

    private static String from(String text, int point) {
        return text.substring(text.offsetByCodePoints(0, point));
    }

    /** How many characters two texts have in common at their beginning. */
    static int commonStart(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int same = 0;
        while (same < shorter && one.codePointAt(same) == other.codePointAt(same)) {
            same = one.offsetByCodePoints(same, 1);
        }
        return one.codePointCount(0, Math.min(same, one.length()));
    }
}
