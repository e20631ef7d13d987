package io.drift.core.fact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one source, as a {@link FactRecorder} left them. Immutable; it keeps its dictionary alive.
 *
 * <pre>{@code
 * RecordedFacts hardware = new FactRecorder().record("arch", "x86_64").end();
 * RecordedFacts all = hardware.with(new FactRecorder().record("port", "8080").end()); // {arch=x86_64, port=8080}
 * }</pre>
 */
public final class RecordedFacts {

    /** No facts at all. */
    public static final RecordedFacts NONE = new RecordedFacts(List.of());

    /** One recording: value {@code values[i]} for fact {@code facts[i]}, both symbols of {@code symbols}. */
    record Part(FactSymbols symbols, int[] facts, int[] values) {}

    private final List<Part> parts;

    private RecordedFacts(List<Part> parts) {
        this.parts = parts;
    }

    static RecordedFacts of(FactSymbols symbols, int[] facts, int[] values) {
        return new RecordedFacts(List.of(new Part(symbols, facts, values)));
    }

    List<Part> parts() {
        return parts;
    }

    private boolean isEmpty() {
        return parts.stream().allMatch(part -> part.facts.length == 0);
    }

    /**
     * These facts together with others of the same source, for one that is read from several documents.
     *
     * @param later facts that replace those of the same name
     * @return both
     */
    public RecordedFacts with(RecordedFacts later) {
        if (later.isEmpty() || isEmpty()) {
            return later.isEmpty() ? this : later;
        }
        List<Part> both = new ArrayList<>(parts);
        both.addAll(later.parts);
        return new RecordedFacts(List.copyOf(both));
    }

    /**
     * The value of one fact.
     *
     * @param name its name
     * @return null if the source does not have the fact, or has it without a value
     */
    public @Nullable FactValue value(FactName name) {
        FactValue found = null;
        for (Part part : parts) {
            int fact = part.symbols.find(name);
            for (int i = 0; fact >= 0 && i < part.facts.length; i++) {
                found = part.facts[i] == fact ? part.symbols.valueOf(part.values[i]) : found;
            }
        }
        return found;
    }

    /**
     * The facts by name, for tests and debuggers; the comparison does not use it.
     *
     * @return name to value in the order recorded; null for a fact without a value
     */
    public Map<FactName, @Nullable FactValue> asMap() {
        Map<FactName, @Nullable FactValue> map = new LinkedHashMap<>();
        for (Part part : parts) {
            for (int i = 0; i < part.facts.length; i++) {
                map.put(part.symbols.nameOf(part.facts[i]), part.symbols.valueOf(part.values[i]));
            }
        }
        return Collections.unmodifiableMap(map);
    }

    @Override
    public String toString() {
        return asMap().toString();
    }
}
