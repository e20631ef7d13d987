package io.drift.cli;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** In which form a report is printed. */
enum ReportFormat {
    /** For people. */
    TABLE,
    /** As the API answers it. */
    JSON,
    /** As the API answers it to who wants a spreadsheet. */
    CSV;

    /** Reads the value of {@code --format}, in any case. */
    static final class Parser implements ITypeConverter<ReportFormat> {

        @Override
        public ReportFormat convert(String text) {
            for (ReportFormat format : values()) {
                if (format.name().equals(text.toUpperCase(Locale.ROOT))) {
                    return format;
                }
            }
            throw new TypeConversionException("there is no format '" + text + "'; choose table, json or csv");
        }
    }
}
