package io.drift.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What stands below the options in the help of a command: paragraphs with empty lines between them. One is of examples if
 * its first line is {@code Examples:} or {@code Example:}, and of exit codes if it begins with {@code Exit codes:}. Where the
 * lines of other paragraphs end does not matter.
 */
final class Footer {

    private static final String EXAMPLES = "Examples?:";
    private static final String EXIT_CODES = "Exit codes:";

    private final List<List<String>> paragraphs = new ArrayList<>();

    private Footer() {}

    static Footer of(CommandSpec command) {
        Footer footer = new Footer();
        List<String> paragraph = new ArrayList<>();
        for (String line : command.usageMessage().footer()) {
            if (line.isBlank()) {
                footer.add(paragraph);
                paragraph = new ArrayList<>();
            } else {
                paragraph.add(line.strip());
            }
        }
        footer.add(paragraph);
        return footer;
    }

    private void add(List<String> paragraph) {
        if (!paragraph.isEmpty()) {
            paragraphs.add(paragraph);
        }
    }

    /** For the help, which breaks long lines where the terminal ends. */
    String[] lines() {
        return paragraphs.stream()
                .flatMap(paragraph -> Stream.concat(
                        Stream.of(""),
                        isExamples(paragraph) ? indented(paragraph) : Stream.of(String.join(" ", paragraph))))
                .toArray(String[]::new);
    }

    private static Stream<String> indented(List<String> examples) {
        return Stream.concat(
                Stream.of(examples.get(0)), examples.stream().skip(1).map(example -> "  " + example));
    }

    /** Commands to try, one each. */
    List<String> examples() {
        return paragraphs.stream()
                .filter(Footer::isExamples)
                .flatMap(paragraph -> paragraph.stream().skip(1))
                .map(ShownParts::text)
                .toList();
    }

    /** What the exit codes mean, as sentences. */
    List<String> exitCodes() {
        return paragraphs.stream()
                .filter(Footer::isExitCodes)
                .map(paragraph -> ShownParts.text(paragraph.toArray(String[]::new)))
                .map(text -> text.substring(EXIT_CODES.length()).strip())
                .toList();
    }

    /** All else. */
    List<String> texts() {
        return paragraphs.stream()
                .filter(paragraph -> !isExamples(paragraph) && !isExitCodes(paragraph))
                .map(paragraph -> ShownParts.text(paragraph.toArray(String[]::new)))
                .toList();
    }

    private static boolean isExamples(List<String> paragraph) {
        return paragraph.get(0).matches(EXAMPLES);
    }

    private static boolean isExitCodes(List<String> paragraph) {
        return paragraph.get(0).startsWith(EXIT_CODES);
    }
}
