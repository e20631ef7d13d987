package io.drift.cli;

import io.drift.core.error.Choice;
import io.drift.core.report.ReportView;
import io.drift.core.report.ReportWriter;
import io.drift.json.ViewJson;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What {@code --format} may be: the table for people, and the formats that the program has.
 *
 * @param formats those of the program
 */
record OfferedFormats(List<ReportWriter> formats) implements ITypeConverter<OfferedFormats.Chosen> {

    /** What stands for one in the help. */
    static final String LABEL = "FORMAT";

    /**
     * One of them.
     *
     * @param format null for the table: it can be made only when its columns are known
     */
    record Chosen(@Nullable ReportWriter format) {

        static final Chosen TABLE = new Chosen(null);

        /**
         * The format in a view.
         *
         * @param view null for what is usual
         * @param onlyDifferent whether to leave out what is the same
         * @param allNames whether lists of names are whole
         * @return null for the table
         * @throws CannotCompareException if the format does not have the view, or no lists of names
         */
        @Nullable
        ReportWriter inView(@Nullable ReportView view, boolean onlyDifferent, boolean allNames) {
            ReportWriter writer = format == null || view == null ? format : viewed(format, view);
            if (writer instanceof ViewJson json) {
                ViewJson some = onlyDifferent ? json.withOnlyDifferences() : json;
                return allNames ? some.withAllNames() : some;
            }
            if (allNames) {
                throw new CannotCompareException("--names all is for --format json with --view groups, outliers or"
                        + " clusters: everything else is bounded, or has all names already");
            }
            return writer;
        }

        private static ReportWriter viewed(ReportWriter format, ReportView view) {
            return format.inView(view)
                    .orElseThrow(() -> new CannotCompareException(
                            "--format " + format.name() + " has no --view " + view + ": leave one of them out"));
        }
    }

    /** Finds a format by its name, in any case. */
    @Override
    public Chosen convert(String name) {
        if (name.equalsIgnoreCase(TableFormat.NAME)) {
            return Chosen.TABLE;
        }
        return formats.stream()
                .filter(format -> format.name().equalsIgnoreCase(name))
                .findFirst()
                .map(Chosen::new)
                .orElseThrow(() -> new TypeConversionException(
                        "there is no format '" + name + "'; choose " + new Choice(names()).inWords()));
    }

    /** What the help says. */
    String description() {
        return new Choice(names(TableFormat.NAME + " (for people, the default)")).inWords() + " (as the API answers).";
    }

    /** All that may be chosen. */
    List<String> names() {
        return names(TableFormat.NAME);
    }

    private List<String> names(String first) {
        return Stream.concat(Stream.of(first), formats.stream().map(ReportWriter::name))
                .toList();
    }
}
