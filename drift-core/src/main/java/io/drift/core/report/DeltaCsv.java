package io.drift.core.report;

import io.drift.core.delta.DeltaEntry;
import io.drift.core.delta.ReportDelta;
import io.drift.core.delta.Standing;
import io.drift.core.fact.FactValue;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A delta as CSV: a row for each difference, known ones too. Of values that are missing, not known or as usual the column
 * beside tells so; the value is empty.
 *
 * <pre>{@code
 * new DeltaCsv().write(ReportDelta.between(yesterday, today), out);
 * }</pre>
 */
public final class DeltaCsv implements DeltaWriter {

    /** The format; it has no state. */
    public DeltaCsv() {}

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return "text/csv";
    }

    @Override
    public void write(ReportDelta delta, OutputStream out) throws IOException {
        StringBuilder rows = new StringBuilder("fact,id,name,status,before,value_before,now,value_now\r\n");
        for (DeltaEntry entry : delta.entries()) {
            CsvRows.cell(entry.fact().toString(), rows);
            rows.append(',');
            CsvRows.cell(entry.column().id(), rows);
            rows.append(',');
            CsvRows.cell(entry.column().name(), rows);
            rows.append(',').append(entry.status().name());
            standing(entry.before(), entry.valueBefore(), rows);
            standing(entry.now(), entry.valueNow(), rows);
            rows.append("\r\n");
        }
        out.write(rows.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void standing(Standing standing, @Nullable FactValue value, StringBuilder rows) throws IOException {
        boolean missing = standing == Standing.DIFFERS && value == null;
        rows.append(',')
                .append(missing ? "missing" : standing.name().toLowerCase(Locale.ROOT))
                .append(',');
        if (standing == Standing.DIFFERS && value != null) {
            CsvRows.cell(String.join(", ", value.texts()), rows);
        }
    }
}
