package io.drift.cli;

import io.drift.core.report.PrintableText;
import java.text.Normalizer;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * How a text is written in a cell, so that what is not the same does not look the same. {@link #PLAIN} is for people and
 * enough nearly always; {@link #QUOTED} is for texts that would look alike nevertheless.
 */
enum CellNotation {
    /** As it is, with blanks where they would not be seen, and with quotes where it looks like something else. */
    PLAIN,
    /** In quotes, everything escaped that is not ASCII. */
    QUOTED;

    static final String MISSING = "-";
    static final String NOT_LOOKED_AT = "?";

    private static final String BLANK = "\u2423";
    /** At the ends of a cell nobody sees blanks, and two of them are the gap between two columns. */
    private static final Pattern UNSEEN_BLANKS = Pattern.compile("^ +| +$| {2,}");
    /** A missing value, one that is not known, an empty text, and what these become in quotes. An arrow is no text, either. */
    private static final Pattern LIKE_MISSING = Pattern.compile("\"*[-?]?\"*");

    private static final Pattern INVISIBLE =
            Pattern.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u2800\u3164\ufe00-\ufe0f\uffa0]");

    String of(String text) {
        String shown = this == QUOTED ? quoted(text) : plain(text);
        return UNSEEN_BLANKS
                .matcher(shown)
                .replaceAll(blanks -> BLANK.repeat(blanks.group().length()));
    }

    private static String plain(String text) {
        if (LIKE_MISSING.matcher(text).matches()
                || text.endsWith(StateWords.OLDER)
                || text.endsWith(StateWords.NEWER)) {
            return '"' + text + '"';
        }
        String shown = PrintableText.of(text);
        return isAscii(shown) ? shown : escaped(shown, CellNotation::isOtherBlank);
    }

    private static String quoted(String text) {
        String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
        return '"' + escaped(PrintableText.of(escaped), point -> point > 0x7e) + '"';
    }

    private static boolean isOtherBlank(int point) {
        return point != ' ' && Character.getType(point) == Character.SPACE_SEPARATOR;
    }

    private static String escaped(String text, IntPredicate chosen) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (chosen.test(point)) {
                escaped.append("\\u{").append(Integer.toHexString(point)).append("}");
            } else {
                escaped.appendCodePoint(point);
            }
        });
        return escaped.toString();
    }

    /** What is the same for texts that people cannot tell apart. */
    static String appearance(String shown) {
        return isAscii(shown)
                ? shown
                : INVISIBLE
                        .matcher(Normalizer.normalize(shown, Normalizer.Form.NFKC))
                        .replaceAll("");
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(unit -> unit < 0x80);
    }
}
