package io.drift.collector.source;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How wide the columns of a table of {@code dpkg -l} are, and whether dpkg cut what is wider. It did so up to version
 * 1.18: then the widths are those that follow from the width of a terminal. Later ones make each column as wide as its
 * widest entry.
 *
 * @param name width of the name; 0 if nobody knows
 * @param version width of the version; 0 if nobody knows
 * @param isOfTerminal whether the widths are those that follow from the width of a terminal
 */
record DpkgColumns(int name, int version, boolean isOfTerminal) {

    private static final String RULE = "+++-=";
    /** Of a terminal of 80 letters; for four letters more, name and version get one each, and the description two. */
    private static final int[] WITH_ARCHITECTURE = {14, 12, 12, 33};

    /** Up to dpkg 1.15. */
    private static final int[] WITHOUT_ARCHITECTURE = {14, 14, 44};

    static DpkgColumns of(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(RULE))
                .findFirst()
                .map(DpkgColumns::ofRule)
                .orElseGet(() -> ofRows(lines));
    }

    private static DpkgColumns ofRule(String rule) {
        int[] widths = Arrays.stream(rule.strip().substring(RULE.length() - 1).split("-"))
                .mapToInt(String::length)
                .toArray();
        boolean isOfTerminal = isOf(widths, WITH_ARCHITECTURE) || isOf(widths, WITHOUT_ARCHITECTURE);
        return new DpkgColumns(widths[0], widths.length < 2 ? 0 : widths[1], isOfTerminal);
    }

    private static boolean isOf(int[] widths, int[] narrowest) {
        if (widths.length != narrowest.length) {
            return false;
        }
        int more = widths[0] - narrowest[0];
        int last = narrowest.length - 1;
        return more >= 0 && widths[1] - narrowest[1] == more && widths[last] - narrowest[last] == 2 * more;
    }

    /** Without the header, the first line shows it, because all names are padded to one width. */
    private static DpkgColumns ofRows(List<String> lines) {
        return lines.stream()
                .map(DpkgRow::parse)
                .flatMap(Optional::stream)
                .findFirst()
                .map(DpkgColumns::ofRow)
                .orElse(new DpkgColumns(0, 0, false));
    }

    private static DpkgColumns ofRow(DpkgRow row) {
        int[] narrowest = row.arch() == null ? WITHOUT_ARCHITECTURE : WITH_ARCHITECTURE;
        int more = row.nameWidth() - narrowest[0];
        return new DpkgColumns(
                row.nameWidth(), row.versionWidth(), more >= 0 && row.versionWidth() - narrowest[1] == more);
    }

    /** Whether part of a name or a version may be missing; one that fills its column could have gone on. */
    boolean mayCut(DpkgRow row) {
        return isOfTerminal && (row.name().length() >= name || row.version().length() >= version);
    }
}
