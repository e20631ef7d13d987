package io.drift.core.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dictionary of fact names and values: equal names and equal values become one small number.
 *
 * <p>One dictionary serves the sources that one thread reads, and dies with the request, because names come from users.
 * Its maps are keyed by text only, so that names made to collide cost a comparison more and nothing worse.
 * Not thread-safe: {@link FactTableBuilder} merges the dictionaries of several threads.
 *
 * <pre>{@code
 * FactSymbols symbols = new FactSymbols();
 * int flag = symbols.fact("cpu_flags", "fpu");
 * boolean same = symbols.fact("cpu_flags.fpu") == flag; // true
 * boolean missing = symbols.value("N/A") == FactSymbols.MISSING; // true
 * }</pre>
 */
public final class FactSymbols {

    /** The value of a fact that exists, but has no value. Shown as the empty text, yet not equal to it. */
    public static final int MISSING = 0;

    /** The text that stands for a missing value in profiles and baselines. */
    private static final String NOT_AVAILABLE = "N/A";

    private final Map<String, Integer> singles = new HashMap<>();
    private final Map<String, Group> groups = new HashMap<>();
    private final List<FactName> names = new ArrayList<>();
    private final Map<String, Integer> texts = new HashMap<>();
    private final Map<String, Integer> lists = new HashMap<>();
    private final List<@Nullable FactValue> values = new ArrayList<>();

    /** A group, whose name is the same object in the names of all its members, so that comparing them is quick. */
    private record Group(String name, Map<String, Integer> members) {

        Group(String name) {
            this(name, new HashMap<>());
        }
    }

    /** An empty dictionary. */
    public FactSymbols() {
        values.add(null);
    }

    /**
     * The symbol of a fact.
     *
     * @param name its name
     * @return a number from 0, the same for equal names
     */
    public int fact(FactName name) {
        String group = name.group();
        return group == null ? single(name.member()) : member(group, name.member());
    }

    /**
     * The symbol of a fact, from its whole name.
     *
     * @param name a text, {@code arch} or {@code cpu_flags.fpu}
     * @return as {@link #fact(FactName)}
     */
    public int fact(String name) {
        return name.indexOf('.') < 0 ? single(name) : fact(FactName.of(name));
    }

    /**
     * The symbol of a member of a group, without building the whole name.
     *
     * @param group a text; see {@link FactName#of(String, String)} for one that contains a dot
     * @param member a text
     * @return as {@link #fact(FactName)}
     */
    public int fact(String group, String member) {
        return group.indexOf('.') < 0 ? member(group, member) : fact(FactName.of(group, member));
    }

    private int single(String name) {
        Integer known = singles.get(name);
        return known != null ? known : put(singles, name, new FactName(null, name));
    }

    private int member(String group, String member) {
        Group known = groups.computeIfAbsent(group, Group::new);
        Integer symbol = known.members.get(member);
        return symbol != null ? symbol : put(known.members, member, new FactName(known.name, member));
    }

    private int put(Map<String, Integer> known, String key, FactName name) {
        names.add(name);
        known.put(key, names.size() - 1);
        return names.size() - 1;
    }

    /**
     * The symbol of a text.
     *
     * @param text a text; {@code N/A} and null are missing values
     * @return {@link #MISSING}, or a number above it, the same for equal texts
     */
    public int value(@Nullable String text) {
        if (text == null || text.equals(NOT_AVAILABLE)) {
            return MISSING;
        }
        Integer known = texts.get(text);
        return known != null ? known : put(texts, text, new FactValue.Text(text));
    }

    /**
     * The symbol of several texts.
     *
     * @param several the texts of a multi-valued fact in their order; an empty list is a missing value
     * @return as {@link #value(String)}; never the symbol of a single text, even for a list of one
     */
    public int value(List<String> several) {
        if (several.isEmpty()) {
            return MISSING;
        }
        String key = keyOf(several);
        Integer known = lists.get(key);
        return known != null ? known : put(lists, key, new FactValue.Several(several));
    }

    /** Lists have no order among themselves, which a map needs to stay fast under collisions; a text has one. */
    private static String keyOf(List<String> several) {
        StringBuilder key = new StringBuilder();
        for (String text : several) {
            key.append(text.length()).append(':').append(text);
        }
        return key.toString();
    }

    private int put(Map<String, Integer> known, String key, FactValue value) {
        values.add(value);
        known.put(key, values.size() - 1);
        return values.size() - 1;
    }

    /** The symbol, in this dictionary, of a value of another one. */
    int value(@Nullable FactValue other) {
        if (other == null) {
            return MISSING;
        }
        return other instanceof FactValue.Text single ? value(single.text()) : value(other.texts());
    }

    /**
     * The name behind a symbol.
     *
     * @param fact a symbol of this dictionary
     * @return its name
     */
    public FactName nameOf(int fact) {
        return names.get(fact);
    }

    /**
     * The value behind a symbol.
     *
     * @param value a symbol of this dictionary
     * @return its value; null for {@link #MISSING}
     */
    public @Nullable FactValue valueOf(int value) {
        return values.get(value);
    }

    /**
     * How many facts have a symbol.
     *
     * @return symbols of facts are smaller than this
     */
    public int facts() {
        return names.size();
    }

    /**
     * How many values have a symbol, the missing one included.
     *
     * @return symbols of values are smaller than this
     */
    public int values() {
        return values.size();
    }
}
