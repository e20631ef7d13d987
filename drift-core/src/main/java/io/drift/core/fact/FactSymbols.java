package io.drift.core.fact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A dictionary of fact names and values: equal names and equal values become one small number.
 *
 * <p>One dictionary serves the sources that one thread reads, and dies with the request, because names come from users.
 * Names that were made to collide are found nearly as quickly as others. Not thread-safe: {@link FactTableBuilder}
 * merges the dictionaries of several threads.
 */
final class FactSymbols {

    /** The value of a fact that exists, but has no value. Shown as the empty text, yet not equal to it. */
    static final int MISSING = 0;

    /** The text that stands for a missing value in profiles and baselines. */
    private static final String NOT_AVAILABLE = "N/A";

    /** What a text takes in a dictionary, in the one that it is merged into, and in the order of the report. */
    private static final long BYTES_OF_A_TEXT = 200;

    private MemoryShare memory = MemoryShare.UNLIMITED;

    private final TextIndex singles;
    private final Map<String, Group> groups = new HashMap<>();
    private final List<FactName> names;
    private final TextIndex texts;
    private final TextIndex lists;
    private final List<@Nullable FactValue> values;
    /** The values that are several texts. */
    private final BitSet several;

    /** A group, whose name is the same object in the names of all its members, so that comparing them is quick. */
    private record Group(String name, TextIndex members) {

        Group(String name) {
            this(name, new TextIndex());
        }

        Group copy() {
            return new Group(name, new TextIndex(members));
        }
    }

    /** An empty dictionary. */
    FactSymbols() {
        singles = new TextIndex();
        names = new ArrayList<>();
        texts = new TextIndex();
        lists = new TextIndex();
        values = new ArrayList<>();
        values.add(null);
        several = new BitSet();
    }

    /** A copy, in which everything has the symbol that it has in the other one. */
    FactSymbols(FactSymbols other) {
        singles = new TextIndex(other.singles);
        other.groups.forEach((name, group) -> groups.put(name, group.copy()));
        names = new ArrayList<>(other.names);
        texts = new TextIndex(other.texts);
        lists = new TextIndex(other.lists);
        values = new ArrayList<>(other.values);
        several = (BitSet) other.several.clone();
    }

    /** What is added takes its part of a share. */
    void within(MemoryShare share) {
        memory = share;
    }

    MemoryShare memory() {
        return memory;
    }

    /**
     * The symbol of a fact.
     *
     * @param name its name
     * @return a number from 0, the same for equal names
     */
    int fact(FactName name) {
        String group = name.group();
        return group == null ? single(name.member()) : member(group, name.member());
    }

    /**
     * The symbol of a fact, from its whole name.
     *
     * @param name a text, {@code arch} or {@code cpu_flags.fpu}
     * @return as {@link #fact(FactName)}
     */
    int fact(String name) {
        return name.indexOf('.') < 0 ? single(name) : fact(FactName.of(name));
    }

    /**
     * The symbol of a member of a group, without building the whole name.
     *
     * @param group a text; see {@link FactName#of(String, String)} for one that contains a dot
     * @param member a text
     * @return as {@link #fact(FactName)}
     */
    int fact(String group, String member) {
        return group.indexOf('.') < 0 ? member(group, member) : fact(FactName.of(group, member));
    }

    /** The symbol of a fact; negative if it has none. */
    int find(FactName name) {
        String group = name.group();
        return group == null ? singles.find(name.member()) : membersOf(group).find(name.member());
    }

    private int single(String name) {
        int known = singles.find(name);
        return known != TextIndex.UNKNOWN ? known : add(singles, name, new FactName(null, name));
    }

    private int member(String group, String member) {
        Group known = groups.get(group);
        if (known == null) {
            memory.take(2 * BYTES_OF_A_TEXT + 2L * group.length());
            known = new Group(group);
            groups.put(group, known);
        }
        int symbol = known.members.find(member);
        return symbol != TextIndex.UNKNOWN ? symbol : add(known.members, member, new FactName(known.name, member));
    }

    private int add(TextIndex index, String key, FactName name) {
        memory.take(BYTES_OF_A_TEXT + 2L * key.length());
        names.add(name);
        index.add(key, names.size() - 1);
        return names.size() - 1;
    }

    /**
     * The symbol of a text.
     *
     * @param text a text; {@code N/A} and null are missing values
     * @return {@link #MISSING}, or a number above it, the same for equal texts
     */
    int value(@Nullable String text) {
        if (text == null || text.equals(NOT_AVAILABLE)) {
            return MISSING;
        }
        int known = texts.find(text);
        return known != TextIndex.UNKNOWN ? known : add(texts, text, new FactValue.Text(text));
    }

    /**
     * The symbol of several texts.
     *
     * @param several the texts of a multi-valued fact in their order; an empty list is a missing value
     * @return as {@link #value(String)}; never the symbol of a single text, even for a list of one
     */
    int value(List<String> several) {
        if (several.isEmpty()) {
            return MISSING;
        }
        String key = keyOf(several);
        int known = lists.find(key);
        if (known != TextIndex.UNKNOWN) {
            return known;
        }
        this.several.set(values.size());
        return add(lists, key, new FactValue.Several(several));
    }

    /** A text that no other list has. */
    private static String keyOf(List<String> several) {
        StringBuilder key = new StringBuilder();
        for (String text : several) {
            key.append(text.length()).append(':').append(text);
        }
        return key.toString();
    }

    private int add(TextIndex index, String key, FactValue value) {
        memory.take(BYTES_OF_A_TEXT + 2L * key.length());
        values.add(value);
        index.add(key, values.size() - 1);
        return values.size() - 1;
    }

    /** The names under which reports list facts, single facts and groups, each once, in order. */
    Collection<String> tops() {
        Collection<String> tops = new TreeSet<>(CodePointOrder.INSTANCE);
        Collections.addAll(tops, singles.contents().texts());
        tops.addAll(groups.keySet());
        return tops;
    }

    /** The single facts. Not to be changed. */
    TextIndex singles() {
        return singles;
    }

    /** The members of a group, perhaps none. Not to be changed. */
    TextIndex membersOf(String group) {
        Group known = groups.get(group);
        return known == null ? TextIndex.EMPTY : known.members;
    }

    /** Whether a value is a certain text. */
    boolean isText(int value, String text) {
        return values.get(value) instanceof FactValue.Text single
                && single.text().equals(text);
    }

    /** Whether some value is several texts. */
    boolean hasSeveral() {
        return !several.isEmpty();
    }

    /** Whether a value is several texts. */
    boolean isSeveral(int value) {
        return several.get(value);
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
    FactName nameOf(int fact) {
        return names.get(fact);
    }

    /**
     * The value behind a symbol.
     *
     * @param value a symbol of this dictionary
     * @return its value; null for {@link #MISSING}
     */
    @Nullable
    FactValue valueOf(int value) {
        return values.get(value);
    }

    /**
     * How many facts have a symbol.
     *
     * @return symbols of facts are smaller than this
     */
    int facts() {
        return names.size();
    }

    /**
     * How many values have a symbol, the missing one included.
     *
     * @return symbols of values are smaller than this
     */
    int values() {
        return values.size();
    }
}
