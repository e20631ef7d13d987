package io.drift.benchmarks.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run found: where and when it ran, and its tables.
 *
 * @param lines the lines, in Markdown that people can read as it is
 */
public record Report(List<String> lines) {

    /** A report that begins with what it was measured on. */
    public static Report of(Clock clock, boolean quick, List<List<String>> tables) {
        List<String> lines = new ArrayList<>();
        lines.add(LocalDate.now(clock) + ", " + System.getProperty("java.vm.name") + " "
                + System.getProperty("java.version") + ", "
                + Runtime.getRuntime().availableProcessors()
                + " processors" + processor() + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch")
                + (quick ? ", a quick run: good for a look, not for a decision" : ""));
        for (List<String> table : tables) {
            lines.add("");
            lines.addAll(table);
        }
        return new Report(lines);
    }

    /** What Linux calls the processor; nothing elsewhere. */
    private static String processor() {
        try (Stream<String> facts = Files.lines(Path.of("/proc/cpuinfo"))) {
            return facts.filter(fact -> fact.startsWith("model name"))
                    .map(fact -> " (" + fact.substring(fact.indexOf(':') + 1).strip() + ")")
                    .findFirst()
                    .orElse("");
        } catch (IOException | UncheckedIOException elsewhere) {
            return "";
        }
    }

    /**
     * Puts the report into a document, between {@code <!-- measured: NAME -->} and {@code <!-- end of NAME -->}.
     *
     * @throws IOException if the document cannot be written, or has no such place
     */
    public void writeInto(Path document, String name) throws IOException {
        String text = Files.readString(document, StandardCharsets.UTF_8);
        String begin = "<!-- measured: " + name + " -->\n";
        String end = "<!-- end of " + name + " -->";
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        if (from < 0 || to < from) {
            throw new IOException(document + " has no place between " + begin.strip() + " and " + end);
        }
        String measured = String.join("\n", lines) + "\n";
        Files.writeString(document, text.substring(0, from + begin.length()) + measured + text.substring(to));
    }
}
