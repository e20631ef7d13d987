package io.drift.collector.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What {@code dpkg -l} printed into an archive, as paragraphs of the status file. */
final class DpkgOutput {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^Package: ");

    private DpkgOutput() {}

    /** A line that may be cut becomes a paragraph without a name, so that the reader of the section notices. */
    static Optional<String> paragraphs(String text) {
        List<String> lines = text.lines().toList();
        DpkgColumns columns = DpkgColumns.of(lines);
        String paragraphs = lines.stream()
                .map(DpkgRow::parse)
                .flatMap(Optional::stream)
                .map(row -> paragraph(row, columns))
                .collect(Collectors.joining());
        return paragraphs.isEmpty() ? Optional.empty() : Optional.of(paragraphs);
    }

    /** Files of images without dpkg, a paragraph each: all of their packages are installed. */
    static Optional<String> ofImage(String text) {
        return Optional.of(PACKAGE.matcher(text).replaceAll("Status: install ok installed\nPackage: "));
    }

    private static String paragraph(DpkgRow row, DpkgColumns columns) {
        String status = switch (row.state()) {
            case INSTALLED -> "install ok installed";
            case HALF -> "install ok half-configured";
            case ABSENT -> "deinstall ok config-files";
        };
        String name = columns.mayCut(row) ? "" : "Package: " + row.name() + "\n";
        String arch = row.arch() == null ? "" : "Architecture: " + row.arch() + "\n";
        return name + "Status: " + status + "\nVersion: " + row.version() + "\n" + arch + "\n";
    }
}
