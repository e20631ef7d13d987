package io.drift.core.policy;

import io.drift.core.fact.CodePointOrder;
import io.drift.core.fact.FactValue;
import io.drift.core.version.VersionOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which values of a fact are the same under the settings of a policy: {@code set}, {@code normalise}, {@code version} and
 * {@code tolerate}, in this order.
 *
 * <pre>{@code
 * int[] numbers = new ValueClasses(policy.treatmentOf(fact)).of(values, ValueClasses.NO_REFERENCE);
 * boolean same = numbers[0] == numbers[1];
 * }</pre>
 */
public final class ValueClasses {

    /** There is no value that the others are compared with. */
    public static final int NO_REFERENCE = -1;

    private final FactTreatment treatment;
    private final ValueNotation notation;

    /**
     * Those of a fact.
     *
     * @param treatment what the policy says of it
     */
    public ValueClasses(FactTreatment treatment) {
        this.treatment = treatment;
        this.notation = new ValueNotation(treatment);
    }

    /**
     * Numbers for values; the same number for values that are the same.
     *
     * @param values different values
     * @param reference the place of the value that the others are compared with, or {@link #NO_REFERENCE}
     * @return for each value the place of the first one, or of the reference, that it is the same as
     */
    public int[] of(List<FactValue> values, int reference) {
        List<List<String>> texts = inOneOrder(values.stream().map(notation::of).toList());
        int[] classes = new int[values.size()];
        Map<List<String>, Integer> first = new HashMap<>();
        if (reference >= 0) {
            first.put(texts.get(reference), reference);
        }
        for (int place = 0; place < classes.length; place++) {
            classes[place] = first.merge(texts.get(place), place, (known, other) -> known);
        }
        treatment
                .setting(RuleSetting.Tolerate.class)
                .ifPresent(tolerance -> new NearNumbers(tolerance, texts).mergeInto(classes, reference));
        return classes;
    }

    /** Versions that are equal in order get one text. */
    private List<List<String>> inOneOrder(List<List<String>> texts) {
        VersionOrder wanted = treatment
                .setting(RuleSetting.AsVersion.class)
                .map(RuleSetting.AsVersion::order)
                .orElse(null);
        if (wanted == null) {
            return texts;
        }
        Map<String, String> known =
                new TreeMap<>(wanted.among(texts.stream().flatMap(List::stream).toList()));
        return texts.stream()
                .map(some -> (List<String>) new ArrayList<>(new TreeSet<>(some.stream()
                        .map(text -> known.computeIfAbsent(text, any -> text))
                        .toList())))
                .toList();
    }

    /** How a value is written where some of its notation does not count. */
    private static final class ValueNotation {

        private static final String BETWEEN_ITEMS = "\\s*,\\s*";
        private static final String BLANKS = "\\s+";

        private final boolean set;
        private final Set<Notation> ignored;

        ValueNotation(FactTreatment treatment) {
            this.set = treatment
                    .setting(RuleSetting.AsSet.class)
                    .map(RuleSetting.AsSet::on)
                    .orElse(false);
            this.ignored = treatment
                    .setting(RuleSetting.Normalise.class)
                    .map(RuleSetting.Normalise::notations)
                    .orElse(Set.of());
        }

        /** Of several texts the order does not count anyway. */
        List<String> of(FactValue value) {
            Stream<String> texts = value.texts().stream();
            if (value instanceof FactValue.Text single && !set) {
                return List.of(normalised(single.text()));
            }
            if (value instanceof FactValue.Text single) {
                texts = items(single.text());
            }
            TreeSet<String> sorted = new TreeSet<>(CodePointOrder.INSTANCE);
            texts.map(this::normalised).forEach(sorted::add);
            return List.copyOf(sorted);
        }

        private static Stream<String> items(String text) {
            String inner = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
            return Arrays.stream(inner.strip().split(inner.indexOf(',') >= 0 ? BETWEEN_ITEMS : BLANKS));
        }

        private String normalised(String text) {
            String normal = text;
            if (ignored.contains(Notation.BLANKS)) {
                normal = normal.strip().replaceAll(BLANKS, " ");
            }
            if (ignored.contains(Notation.NUMBER)) {
                normal = Quantity.parse(normal).map(Quantity::toString).orElse(normal);
            }
            return ignored.contains(Notation.CASE)
                    ? normal.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT)
                    : normal;
        }
    }
}
