package io.drift.cli;

import io.drift.collector.source.SourceReader;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What {@code --as} may be: the formats of other tools. */
final class OfferedSources implements ITypeConverter<SourceReader> {

    /** What stands for one in the help. */
    static final String LABEL = "SOURCE";

    /** Finds a format by its name. */
    @Override
    public SourceReader convert(String name) {
        return SourceReader.ofFormat(name)
                .orElseThrow(() -> new TypeConversionException(
                        "there is no format of files '" + name + "'; choose " + AcceptedInputs.formats()));
    }

    /** What the help says. */
    static String description() {
        return "What the files are, where their content does not tell. One of: "
                + SourceReader.formats().stream()
                        .map(name -> name + " (" + SourceReader.reads(name).orElseThrow() + ")")
                        .collect(Collectors.joining("; "))
                + ". Files of Drift's own JSON are read as that anyway.";
    }
}
