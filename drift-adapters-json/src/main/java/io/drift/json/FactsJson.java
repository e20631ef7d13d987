package io.drift.json;

import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.ComparisonState;
import io.drift.core.comparison.DifferenceReason;
import io.drift.core.comparison.FactComparison;
import io.drift.core.comparison.FactGroup;
import io.drift.core.comparison.ReportEntry;
import io.drift.core.comparison.ValueOption;
import io.drift.core.fact.DistinctValues;
import io.drift.core.fact.FactValue;
import io.drift.core.profile.Reading;
import io.drift.core.source.FactSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Writes the facts of a report, which are nearly all of it, from pieces that were encoded before: an id stands in very
 * many cells, and so do most values.
 */
final class FactsJson {

    private static final byte[] NAME = utf8("{\"name\":");
    private static final Map<ComparisonState, byte[]> STATES = states();
    private static final byte[] COMPARISONS = utf8(",\"comparisons\":[");
    private static final byte[] DRIFTED = utf8(",\"drifted_from_baseline\":true");
    private static final byte[] NOT_DRIFTED = utf8(",\"drifted_from_baseline\":false");
    private static final byte[] SYSTEMS = utf8(",\"systems\":[");
    private static final byte[] MULTIVALUES = utf8(",\"multivalues\":[");
    private static final byte[] OBFUSCATED = utf8(",\"is_obfuscated\":true");
    private static final byte[] NOT_LOOKED_AT = utf8(",\"looked_at\":false");
    private static final byte[] EMPTY = utf8("\"\"");
    private static final byte[] ARRAY = utf8("[");
    private static final byte[] BEGIN = utf8("{");
    private static final byte[] END = utf8("}");
    private static final byte[] END_OF_LIST = utf8("]");
    private static final byte[] END_OF_GROUP = utf8("]}");
    private static final byte[] NEXT = utf8(",");
    private static final byte[] NOTHING = {};
    private static final byte[] VALUE_NUMBERS = utf8(",\"value_numbers\":[");
    private static final byte[] NULL = utf8("null");
    /** The numbers of values, most of which stand in many cells. */
    private static final byte[][] SMALL_NUMBERS = IntStream.range(0, 1000)
            .mapToObj(number -> utf8(Integer.toString(number)))
            .toArray(byte[][]::new);

    private final EncodedPieces out;
    /** How a cell begins, up to its value, for each column; from the second on after the end of the cell before it. */
    private final byte[][] cellBegins;
    /** The values that were written last: most values stand in many cells, and are encoded for the first of them. */
    private final RecentValues recent = new RecentValues();

    /** Whether the report is not archived, and so tells why facts differ and which cells count as the same. */
    private final boolean reasoned;

    private FactsJson(ComparisonReport report, EncodedPieces out) {
        this.out = out;
        this.reasoned = report.reading() != Reading.ARCHIVED;
        List<FactSource> columns = report.columns();
        this.cellBegins = new byte[columns.size()][];
        for (int column = 0; column < cellBegins.length; column++) {
            String id = new String(EncodedPieces.quoted(columns.get(column).id()), StandardCharsets.UTF_8);
            cellBegins[column] = utf8((column == 0 ? "" : "},") + "{\"id\":" + id + ",\"value\":");
        }
    }

    private static Map<ComparisonState, byte[]> states() {
        Map<ComparisonState, byte[]> states = new EnumMap<>(ComparisonState.class);
        for (ComparisonState state : ComparisonState.values()) {
            states.put(state, utf8("\"state\":\"" + state + "\""));
        }
        return states;
    }

    private static byte[] utf8(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** Writes the entries of a report with commas between them. */
    static void write(ComparisonReport report, EncodedPieces out) throws IOException {
        FactsJson facts = new FactsJson(report, out);
        byte[] between = NOTHING;
        for (ReportEntry entry : report.facts()) {
            facts.out.write(between);
            facts.write(entry);
            between = NEXT;
        }
    }

    private void write(ReportEntry entry) throws IOException {
        out.write(NAME);
        out.writeText(entry.name());
        writeState(entry.state());
        if (entry instanceof FactGroup group) {
            out.write(COMPARISONS);
            Iterator<FactComparison> members = group.comparisons().iterator();
            while (members.hasNext()) {
                write(members.next());
                out.write(members.hasNext() ? NEXT : END_OF_GROUP);
            }
        } else if (entry instanceof FactComparison fact) {
            out.write(fact.hasDriftedFromBaseline() ? DRIFTED : NOT_DRIFTED);
            if (reasoned && fact.state() != ComparisonState.SAME) {
                writeReasons(fact);
            }
            if (fact.isMultiValued()) {
                writeOptions(fact);
            } else {
                writeCells(fact);
            }
            out.write(END);
        }
    }

    private void writeState(ComparisonState state) throws IOException {
        out.write(NEXT);
        out.write(STATES.get(state));
    }

    private void writeReasons(FactComparison fact) throws IOException {
        byte[] between = utf8(",\"reasons\":[");
        for (DifferenceReason reason : fact.reasons()) {
            out.write(between);
            out.writeText(reason.code());
            between = NEXT;
        }
        out.write(between == NEXT ? END_OF_LIST : NOTHING);
        DistinctValues values = fact.distinctValues();
        between = VALUE_NUMBERS;
        for (int column = 0; column < values.columns(); column++) {
            out.write(between);
            out.write(number(values.number(column)));
            between = NEXT;
        }
        out.write(END_OF_LIST);
        for (int number = 0; number < values.size(); number++) {
            if (values.value(number) == null) {
                out.write(utf8(",\"missing_number\":" + number));
            }
        }
    }

    private static byte[] number(int number) {
        if (number == DistinctValues.UNKNOWN) {
            return NULL;
        }
        return number < SMALL_NUMBERS.length ? SMALL_NUMBERS[number] : utf8(Integer.toString(number));
    }

    private void writeCells(FactComparison fact) throws IOException {
        out.write(SYSTEMS);
        boolean known = fact.isLookedAtByAll();
        for (int column = 0; column < cellBegins.length; column++) {
            out.write(cellBegins[column]);
            writeValue(fact, column);
            if (fact.isObfuscated(column)) {
                out.write(OBFUSCATED);
            }
            if (!known) {
                writeIfNotLookedAt(fact, column);
            }
            ComparisonState state = fact.cellState(column);
            if (state != null) {
                writeState(state);
            }
        }
        endCells();
    }

    private void writeIfNotLookedAt(FactComparison fact, int column) throws IOException {
        if (!fact.isLookedAt(column)) {
            out.write(NOT_LOOKED_AT);
        }
    }

    private void endCells() throws IOException {
        out.write(cellBegins.length == 0 ? NOTHING : END);
        out.write(END_OF_LIST);
    }

    private void writeValue(FactComparison fact, int column) throws IOException {
        FactValue value = fact.value(column);
        if (!recent.repeat(value, out)) {
            long from = out.position();
            out.writeText(value instanceof FactValue.Text single ? single.text() : "");
            recent.add(value, from, (int) (out.position() - from));
        }
    }

    /** A multi-valued fact: each value with who has it, then each source with its values, in the same places. */
    private void writeOptions(FactComparison fact) throws IOException {
        List<ValueOption> options = fact.options();
        byte[][] texts = options.stream()
                .map(option -> EncodedPieces.quoted(option.text()))
                .toArray(byte[][]::new);
        out.write(MULTIVALUES);
        for (int i = 0; i < texts.length; i++) {
            out.write(i == 0 ? NOTHING : NEXT);
            writeOption(fact, options.get(i), texts[i]);
        }
        out.write(END_OF_LIST);
        out.write(SYSTEMS);
        for (int column = 0; column < cellBegins.length; column++) {
            out.write(cellBegins[column]);
            for (int i = 0; i < texts.length; i++) {
                out.write(i == 0 ? ARRAY : NEXT);
                out.write(options.get(i).isIn(column) ? texts[i] : EMPTY);
            }
            out.write(END_OF_LIST);
            writeIfNotLookedAt(fact, column);
        }
        endCells();
    }

    private void writeOption(FactComparison fact, ValueOption option, byte[] text) throws IOException {
        out.write(BEGIN);
        out.write(STATES.get(option.state()));
        out.write(SYSTEMS);
        boolean known = fact.isLookedAtByAll();
        for (int column = 0; column < cellBegins.length; column++) {
            out.write(cellBegins[column]);
            out.write(option.isIn(column) ? text : EMPTY);
            if (known || fact.isLookedAt(column)) {
                writeState(option.cellState(column));
            } else {
                out.write(NOT_LOOKED_AT);
            }
        }
        endCells();
        out.write(END);
    }
}
