package io.drift.registry.baselines;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fact or a category as somebody wrote it, which may break the rules of baselines.
 *
 * <pre>{@code
 * FactDraft arch = FactDraft.of("arch", "x86_64");
 * FactDraft flags = FactDraft.ofCategory("cpu_flags", List.of(FactDraft.of("fpu", "enabled")));
 * }</pre>
 *
 * @param name what it is called
 * @param texts its values; null if it has none
 * @param isList whether they are a list, even of one
 * @param members its facts, if it is a category; else null
 */
public record FactDraft(
        String name,
        @Nullable List<String> texts,
        boolean isList,
        @Nullable List<FactDraft> members) {

    /** Copies the lists. */
    public FactDraft {
        texts = texts == null ? null : List.copyOf(texts);
        members = members == null ? null : List.copyOf(members);
    }

    /**
     * A fact with one value.
     *
     * @param name what it is called
     * @param value its value
     * @return a draft
     */
    public static FactDraft of(String name, String value) {
        return new FactDraft(name, List.of(value), false, null);
    }

    /**
     * A fact with a list of values.
     *
     * @param name what it is called
     * @param values its values
     * @return a draft
     */
    public static FactDraft of(String name, List<String> values) {
        return new FactDraft(name, values, true, null);
    }

    /**
     * A category.
     *
     * @param name what it is called
     * @param members its facts
     * @return a draft
     */
    public static FactDraft ofCategory(String name, List<FactDraft> members) {
        return new FactDraft(name, null, false, members);
    }

    /** The document that it would be. */
    Map<String, Object> plain() {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("name", name);
        if (texts != null) {
            plain.put("value", isList || texts.isEmpty() ? texts : texts.get(0));
        }
        if (members != null) {
            List<Object> inside = new ArrayList<>();
            members.forEach(member -> inside.add(member.plain()));
            plain.put("values", inside);
        }
        return plain;
    }
}
