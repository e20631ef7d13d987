package io.drift.cli;

import io.drift.core.profile.ProfileWarnings;
import java.util.ArrayList;
import java.util.List;

/** Remembers which parts of which files could not become facts, until it is known that there is a report at all. */
final class SkippedParts {

    private static final int LONGEST_REASON = 160;

    private final List<String> parts = new ArrayList<>();

    /** Who listens while a file is read. */
    ProfileWarnings of(InputFile file) {
        return (part, reason) -> parts.add(file + ": " + part + " skipped: " + CellText.cut(reason, LONGEST_REASON));
    }

    /** Says how many parts were skipped, or which. */
    void printTo(Shell shell, boolean verbose) {
        if (verbose) {
            parts.forEach(shell::complain);
        } else if (!parts.isEmpty()) {
            shell.complain((parts.size() == 1 ? "1 part was" : parts.size() + " parts were")
                    + " skipped; --verbose shows what");
        }
    }
}
