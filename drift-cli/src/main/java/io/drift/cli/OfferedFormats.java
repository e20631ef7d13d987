package io.drift.cli;

import io.drift.core.report.ReportWriter;
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

    /**
     * One of them.
     *
     * @param format null for the table: it can be made only when its columns are known
     */
    record Chosen(@Nullable ReportWriter format) {

        static final Chosen TABLE = new Chosen(null);
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
                        "there is no format '" + name + "'; choose " + inWords(names(TableFormat.NAME))));
    }

    /** What the help says. */
    String description() {
        return inWords(names(TableFormat.NAME + " (for people, the default)")) + " (as the API answers).";
    }

    private List<String> names(String first) {
        return Stream.concat(Stream.of(first), formats.stream().map(ReportWriter::name))
                .toList();
    }

    private static String inWords(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }
}
