package io.drift.collector.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code rpm -qa} printed into an archive: names, perhaps with dates, or an object of JSON for each package. */
final class RpmOutput {

    private static final String NONE = "(none)";
    /** What a collection has behind the architecture is no fact. */
    private static final String NO_TIME = "\t0\n";

    /** What rpm says on standard error, which archives have in front of the list. */
    private static final String WARNING = "warning: ";

    private RpmOutput() {}

    /** As a collection has them: name, epoch, version, release, architecture, with tabs between. */
    static Optional<String> fields(String text) {
        return Optional.of(text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith(WARNING))
                .distinct()
                .map(line -> line.startsWith("{") ? ofJson(line) : ofName(line))
                .collect(Collectors.joining()));
    }

    /** A line that is no package stays one, so that the reader of the section notices. */
    private static String ofName(String line) {
        return RpmLine.parse(line)
                .map(rpm -> rpm.name() + "\t" + text(rpm.epoch()) + "\t" + rpm.version() + "\t" + rpm.release() + "\t"
                        + text(rpm.arch()) + NO_TIME)
                .orElse("no package\n");
    }

    private static String text(@Nullable String told) {
        return told == null || told.equals("None") ? NONE : told;
    }

    private static String ofJson(String line) {
        try {
            JsonNode one = JsonText.first(line);
            boolean isWhole = one.hasNonNull("name") && one.hasNonNull("version") && one.hasNonNull("release");
            return isWhole
                    ? one.get("name").asText() + "\t" + one.path("epoch").asText(NONE) + "\t"
                            + one.get("version").asText() + "\t"
                            + one.get("release").asText() + "\t"
                            + one.path("arch").asText(NONE) + NO_TIME
                    : "no package\n";
        } catch (IOException broken) {
            return "no package\n";
        }
    }

    /** Whether any of the packages has an epoch; of a whole machine, some have. */
    static boolean hasEpochs(String fields) {
        return fields.lines().anyMatch(line -> line.matches("[^\\t]*\\t[0-9]+\\t.*"));
    }
}
