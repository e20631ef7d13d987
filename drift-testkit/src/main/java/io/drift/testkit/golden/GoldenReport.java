package io.drift.testkit.golden;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.drift.core.comparison.ComparisonReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A report that is kept in a file: a test fails when the report is another one, and shows which lines are.
 *
 * <pre>{@code
 * ComparisonReport report = Comparison.of(systems).report(Clock.fixed(...));
 * GoldenReport.in(Path.of("src/test/resources/fleet.txt")).check(report);
 * }</pre>
 *
 * <p>To accept what changed, run the tests once with {@code -Ddrift.golden.rewrite=true} and look at what the version
 * control shows. The file holds what {@link ReportText} makes of a report: a line for each fact reads better in a
 * difference than JSON does. Neither ids nor time stamps are in it, so random ids are fine.
 */
public final class GoldenReport {

    /** The system property that, if {@code true}, makes every check write its file. */
    public static final String REWRITE = "drift.golden.rewrite";

    private static final int LINES_AROUND = 2;

    private final Path file;

    private GoldenReport(Path file) {
        this.file = file;
    }

    /**
     * A report in a file.
     *
     * @param file where it is, UTF-8; it need not exist when it is written for the first time
     * @return the golden report
     */
    public static GoldenReport in(Path file) {
        return new GoldenReport(file);
    }

    /**
     * Compares a report with the file, or writes the file if {@link #REWRITE} says so.
     *
     * @param report the report
     * @throws AssertionError if they differ, or there is no file; the message shows the difference and what to do
     * @throws UncheckedIOException if the file can be neither read nor written
     */
    public void check(ComparisonReport report) {
        if (Boolean.getBoolean(REWRITE)) {
            write(report);
        } else {
            compare(ReportText.of(report));
        }
    }

    /**
     * Writes the file.
     *
     * @param report the report that is right from now on
     * @throws UncheckedIOException if it cannot be written
     */
    public void write(ComparisonReport report) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, String.join("\n", ReportText.of(report)) + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write the golden report " + file, unwritable);
        }
    }

    private void compare(List<String> actual) {
        if (!Files.exists(file)) {
            throw new AssertionError("There is no golden report " + file + howTo("To write it"));
        }
        List<String> expected = expected();
        if (!expected.equals(actual)) {
            throw new AssertionError("The report is not the one in " + file + ":\n"
                    + String.join("\n", difference(expected, actual)) + howTo("If it should be"));
        }
    }

    private List<String> expected() {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the golden report " + file, unreadable);
        }
    }

    private static List<String> difference(List<String> expected, List<String> actual) {
        return UnifiedDiffUtils.generateUnifiedDiff(
                "expected", "actual", expected, DiffUtils.diff(expected, actual), LINES_AROUND);
    }

    private static String howTo(String when) {
        return "\n" + when + ", run the test once with -D" + REWRITE + "=true and look at the file.";
    }
}
