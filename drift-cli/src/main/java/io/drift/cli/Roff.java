package io.drift.cli;

import java.util.stream.Collectors;

/** Writes a page in the macros of man(7). */
final class Roff {

    private static final int LINE = 80;

    private final StringBuilder page = new StringBuilder();

    /** A line that is there for who opens the file. */
    Roff comment(String text) {
        page.append(".\\\" ").append(text).append('\n');
        return this;
    }

    /** A macro; its arguments have no characters that mean something to roff. */
    Roff macro(String name, String... arguments) {
        page.append('.').append(name);
        for (String argument : arguments) {
            page.append(argument.contains(" ") ? " \"" + argument + "\"" : " " + argument);
        }
        page.append('\n');
        return this;
    }

    /** A line of what {@link #bold}, {@link #italic} and {@link #plain} make. */
    Roff marked(String text) {
        page.append(text).append('\n');
        return this;
    }

    /** Plain text: each sentence begins a line, and no line is long. */
    Roff text(String text) {
        for (String sentence : text.split("(?<=[^.][.?!]) ")) {
            StringBuilder line = new StringBuilder();
            for (String word : sentence.split(" ")) {
                String next = plain(word);
                if (line.length() > 0 && line.length() + 1 + next.length() > LINE) {
                    marked(line.toString());
                    line.setLength(0);
                }
                line.append(line.length() == 0 ? next : " " + escaped(word));
            }
            marked(line.toString());
        }
        return this;
    }

    /** Plain text below what it is about. */
    Roff tagged(String markedTag, String text) {
        return macro("TP").marked(markedTag).text(text);
    }

    /** A full stop that begins a line would make it a macro. */
    static String plain(String text) {
        return (text.startsWith(".") ? "\\&" : "") + escaped(text);
    }

    static String bold(String text) {
        return "\\fB" + escaped(text) + "\\fR";
    }

    static String italic(String text) {
        return "\\fI" + escaped(text) + "\\fR";
    }

    /** Each character as it is, so that what is copied from the page can be run. */
    private static String escaped(String text) {
        return text.codePoints().mapToObj(Roff::escaped).collect(Collectors.joining());
    }

    private static String escaped(int character) {
        return switch (character) {
            case '\\' -> "\\(rs";
            case '-' -> "\\-";
            case '\'' -> "\\(aq";
            case '"' -> "\\(dq";
            case '`' -> "\\(ga";
            case '^' -> "\\(ha";
            case '~' -> "\\(ti";
            default -> character < 0x80 ? Character.toString(character) : "\\[u%04X]".formatted(character);
        };
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
