package io.drift.server.web;

import io.drift.core.report.ReportWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * In which format a report is wanted, by content negotiation (Q12): the higher q wins, then a type that is named over a
 * wildcard, then what stands first in the list. Who accepts none of them gets the first too.
 *
 * @param formats at least one
 */
record FormatNegotiation(List<ReportWriter> formats) {

    /** How much a type is wanted. */
    private record Wish(double quality, int precision) {

        static final Wish NONE = new Wish(0, 0);

        boolean beats(Wish other) {
            return quality > other.quality || quality == other.quality && quality > 0 && precision > other.precision;
        }
    }

    /**
     * The format for a header.
     *
     * @param accept the header {@code Accept}; null if there was none
     */
    ReportWriter wanted(@Nullable String accept) {
        String wishes = accept == null ? "*/*" : accept;
        ReportWriter best = formats.get(0);
        for (ReportWriter format : formats) {
            if (wishFor(format, wishes).beats(wishFor(best, wishes))) {
                best = format;
            }
        }
        return best;
    }

    /** The most precise range that covers a type says how much it is wanted. */
    private static Wish wishFor(ReportWriter format, String accept) {
        Wish found = Wish.NONE;
        for (String range : accept.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = range.split(";", -1);
            int precision = precision(parts[0].strip(), format.mediaType());
            if (precision > found.precision) {
                found = new Wish(quality(parts), precision);
            }
        }
        return found;
    }

    private static int precision(String range, String mediaType) {
        if (range.equals(mediaType)) {
            return 3;
        }
        if (range.equals(mediaType.substring(0, mediaType.indexOf('/')) + "/*")) {
            return 2;
        }
        return range.equals("*/*") ? 1 : 0;
    }

    private static double quality(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String[] parameter = parts[i].strip().split("=", 2);
            if (parameter[0].strip().equals("q") && parameter.length == 2) {
                return qualityOf(parameter[1].strip());
            }
        }
        return 1;
    }

    private static double qualityOf(String text) {
        try {
            return Math.max(0, Math.min(1, Double.parseDouble(text)));
        } catch (NumberFormatException nonsense) {
            return 0;
        }
    }
}
