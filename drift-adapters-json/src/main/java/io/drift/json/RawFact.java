package io.drift.json;

import io.drift.core.comparison.ComparisonState;
import io.drift.core.comparison.DifferenceReason;
import io.drift.core.delta.KeptFact;
import io.drift.core.fact.DistinctValues;
import io.drift.core.fact.FactName;
import io.drift.core.fact.FactValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A fact of a report as it was read, in groups or in cells. */
final class RawFact {

    /** No report has so many columns, or values of a fact. */
    private static final int MOST = 1 << 20;

    private final @Nullable String group;
    private @Nullable String name;
    private @Nullable String state;
    private boolean isGroup;
    private boolean isCut;
    private final Set<DifferenceReason> reasons = new HashSet<>();
    private List<Fields> values = List.of();
    private List<Fields> cells = List.of();
    private List<?> numbers = List.of();
    /** The number of the missing value, which a cell writes as an empty text; negative for none. */
    private int missing = -1;

    private final BitSet aside = new BitSet();

    RawFact(@Nullable String group) {
        this.group = group;
    }

    void read(String key, JsonSource source) throws IOException {
        switch (key) {
            case "name" -> name = source.text();
            case "state" -> state = source.text();
            case "values" -> values = differs() ? objects(source) : skipped(source);
            case "systems" -> cells = differs() ? objects(source) : skipped(source);
            case "value_numbers" -> numbers = list(key, source);
            case "missing_number" -> missing = number(source.plain());
            case "reasons" -> {
                for (Object code : list(key, source)) {
                    DifferenceReason.of(String.valueOf(code)).ifPresent(reasons::add);
                }
            }
            case "hidden", "not_looked_at" -> {
                for (Object column : list(key, source)) {
                    aside.set(number(column));
                }
            }
            case "more_values", "more_hidden", "more_not_looked_at" -> {
                isCut = true;
                source.skip();
            }
            default -> source.skip();
        }
    }

    private static List<Fields> skipped(JsonSource source) throws IOException {
        source.skip();
        return List.of();
    }

    private static List<Fields> objects(JsonSource source) throws IOException {
        List<Fields> objects = new ArrayList<>();
        source.items("a list", item -> objects.add(Fields.of(item)));
        return objects;
    }

    private static List<?> list(String key, JsonSource source) throws IOException {
        if (source.plain() instanceof List<?> list) {
            return list;
        }
        throw Fields.wrong(key);
    }

    private static int number(@Nullable Object value) throws UnreadableJsonException {
        if (value instanceof Integer number && number >= 0 && number < MOST) {
            return number;
        }
        throw Fields.wrong("the number of a column or value");
    }

    String ownName() throws UnreadableJsonException {
        if (name == null) {
            throw KeptReportStream.notAReport();
        }
        return name;
    }

    /** What was read is a group, whose members were read by themselves. */
    void isGroup() {
        isGroup = true;
    }

    boolean differs() {
        return !isGroup && !"SAME".equals(state);
    }

    boolean isCut() {
        return isCut;
    }

    List<String> cellIds() throws UnreadableJsonException {
        List<String> ids = new ArrayList<>();
        for (Fields cell : cells) {
            ids.add(cell.text("id"));
        }
        return ids;
    }

    KeptFact kept(int columns) throws UnreadableJsonException {
        int[] known = new int[columns];
        Arrays.fill(known, DistinctValues.UNKNOWN);
        List<@Nullable FactValue> distinct = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        try {
            if (cells.isEmpty()) {
                fromGroups(known, distinct, counts);
            } else {
                fromCells(known, distinct, counts);
            }
            FactName whole = group == null ? FactName.of(ownName()) : FactName.of(group, ownName());
            return new KeptFact(
                    whole,
                    ComparisonState.valueOf(String.valueOf(state)),
                    reasons,
                    DistinctValues.of(known, distinct),
                    counts);
        } catch (IllegalArgumentException | IndexOutOfBoundsException wrong) {
            throw Fields.wrong("the fact " + ownName());
        }
    }

    /** The first value is that of all columns that are not named, if all others are. */
    private void fromGroups(int[] known, List<@Nullable FactValue> distinct, List<Integer> counts)
            throws UnreadableJsonException {
        for (Fields value : values) {
            isCut |= value.has("more_columns");
        }
        for (int place = 0; place < values.size(); place++) {
            Fields value = values.get(place);
            distinct.add(value(value.values().get("value")));
            counts.add((int) value.number("count"));
            for (Object column : value.list("columns")) {
                known[number(column)] = place;
            }
        }
        for (int column = 0; column < known.length && !isCut && !values.isEmpty(); column++) {
            if (known[column] == DistinctValues.UNKNOWN && !aside.get(column)) {
                known[column] = 0;
            }
        }
    }

    private void fromCells(int[] known, List<@Nullable FactValue> distinct, List<Integer> counts)
            throws UnreadableJsonException {
        if (numbers.size() != known.length || cells.size() != known.length) {
            throw Fields.wrong("the fact " + ownName());
        }
        for (int column = 0; column < known.length; column++) {
            Object told = numbers.get(column);
            if (told != null) {
                int place = number(told);
                while (distinct.size() <= place && place < known.length) {
                    distinct.add(null);
                    counts.add(0);
                }
                known[column] = place;
                counts.set(place, counts.get(place) + 1);
                Object written = cells.get(column).values().get("value");
                distinct.set(place, place == missing ? null : value(written));
            }
        }
    }

    /** Of several values of a cell, an empty text stands where it does not have one that others have. */
    private @Nullable FactValue value(@Nullable Object read) throws UnreadableJsonException {
        if (read == null || read instanceof String) {
            return read == null ? null : new FactValue.Text((String) read);
        }
        List<String> texts = new ArrayList<>();
        for (Object one : read instanceof List<?> several ? several : List.of(0)) {
            if (!(one instanceof String text)) {
                throw Fields.wrong("a value of the fact " + ownName());
            }
            if (!text.isEmpty() || cells.isEmpty()) {
                texts.add(text);
            }
        }
        return texts.isEmpty() ? new FactValue.Text("") : new FactValue.Several(texts);
    }
}
