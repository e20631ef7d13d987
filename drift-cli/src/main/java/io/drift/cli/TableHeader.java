package io.drift.cli;

import io.drift.core.comparison.ComparisonReport;
import io.drift.core.fact.FactName;
import io.drift.core.fact.FactValue;
import io.drift.core.profile.ProfileHeader;
import io.drift.core.report.PrintableText;
import io.drift.core.source.Baseline;
import io.drift.core.source.FactSource;
import io.drift.core.source.HistoricalProfile;
import io.drift.core.source.InventorySystem;
import io.drift.core.source.SourceKind;
import io.drift.core.source.TimeStamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands above the columns of a table: for each its name, what it is, with which system, and of when (UTC). */
final class TableHeader {

    private static final int NONE = -1;
    private static final FactName RELEASE = FactName.of("os_release");
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final Pattern MINUTES_SHOWN = Pattern.compile("[-0-9]+ [0-9]{2}:[0-9]{2}");

    private final List<FactSource> sources;
    private final List<Integer> columns;
    private final int reference;
    private final Instant now;
    private final List<List<String>> lines;

    /**
     * A header.
     *
     * @param report has the columns
     * @param referenceId the id of the one with which the others are compared; null for none
     * @param clock tells which systems are stale
     */
    TableHeader(ComparisonReport report, @Nullable String referenceId, Clock clock) {
        sources = report.columns();
        columns = report.columnsInHeaderOrder();
        reference = columns.stream()
                .filter(column -> sources.get(column).id().equals(referenceId))
                .findFirst()
                .orElse(NONE);
        now = clock.instant();
        lines = withoutEmpty(columns.stream().map(this::linesOf).toList());
    }

    /** The columns of the report, in the order in which they are printed. */
    List<Integer> columns() {
        return columns;
    }

    /** The column of the report with which the others are compared; negative for none. */
    int reference() {
        return reference;
    }

    /** How many lines there are: none of them has nothing in it. */
    int height() {
        return lines.get(0).size();
    }

    /** A line of a column, as wide as there is room: both ends of a name, and of a date at least the day. */
    String cut(int place, int line, int width) {
        String text = lines.get(place).get(line);
        if (line == 0) {
            return CellText.cutMiddle(text, width);
        }
        return width < text.length() && MINUTES_SHOWN.matcher(text).matches()
                ? CellText.cut(text.substring(0, text.indexOf(' ')), width)
                : CellText.cut(text, width);
    }

    /** How wide each column would like to be. */
    int[] widths() {
        return lines.stream().mapToInt(texts -> CellText.widest(texts.stream())).toArray();
    }

    private List<String> linesOf(int column) {
        FactSource source = sources.get(column);
        String what = kindOf(source) + (SkippedParts.hasProfile(source) ? "" : ", no profile");
        String kind = column == reference ? "reference (" + what + ")" : what;
        return List.of(CellText.shown(source.name()), kind, versionOf(source), shown(dateOf(source)));
    }

    /** Without the lines in which no column has anything. */
    private static List<List<String>> withoutEmpty(List<List<String>> columns) {
        int[] kept = IntStream.range(0, columns.get(0).size())
                .filter(line ->
                        columns.stream().anyMatch(column -> !column.get(line).isEmpty()))
                .toArray();
        return columns.stream()
                .map(column -> IntStream.of(kept).mapToObj(column::get).toList())
                .toList();
    }

    /** The operating system and its release, as far as they are known. */
    private static String versionOf(FactSource source) {
        ProfileHeader header = headerOf(source);
        String system = header == null ? null : header.operatingSystem();
        FactValue release = source.facts().value(RELEASE);
        return Stream.of(system, release == null ? null : String.join(", ", release.texts()))
                .filter(Objects::nonNull)
                .map(PrintableText::of)
                .collect(Collectors.joining(" "));
    }

    private static @Nullable ProfileHeader headerOf(FactSource source) {
        if (source instanceof InventorySystem system) {
            return system.profile().header();
        }
        return source instanceof HistoricalProfile history ? history.profile().header() : null;
    }

    private String kindOf(FactSource source) {
        return switch (source.kind()) {
            case SYSTEM ->
                source instanceof InventorySystem system && system.host().isStale(now) ? "system, stale" : "system";
            case HISTORICAL_PROFILE -> "history";
            case BASELINE -> "baseline";
            case OTHER -> "other";
        };
    }

    private static @Nullable String dateOf(FactSource source) {
        if (source instanceof InventorySystem system) {
            return FileDate.of(
                            system.profile().header().capturedDate(),
                            system.host().updated())
                    .text();
        }
        if (source instanceof HistoricalProfile profile) {
            return profile.capturedDate();
        }
        return source instanceof Baseline baseline ? baseline.updated() : null;
    }

    private static String shown(@Nullable String date) {
        return date == null ? "" : TimeStamp.parse(date).map(MINUTES::format).orElseGet(() -> PrintableText.of(date));
    }

    /** How many there are of what: {@code 3 systems, 1 baseline}. */
    String kinds() {
        List<String> kinds = new ArrayList<>();
        count(SourceKind.SYSTEM, "system", kinds);
        count(SourceKind.HISTORICAL_PROFILE, "historical profile", kinds);
        count(SourceKind.BASELINE, "baseline", kinds);
        return String.join(", ", kinds);
    }

    private void count(SourceKind kind, String name, List<String> kinds) {
        long count = sources.stream().filter(source -> source.kind() == kind).count();
        if (count > 0) {
            kinds.add(count + " " + name + (count == 1 ? "" : "s"));
        }
    }
}
