package io.drift.core.fact;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The name of a fact: a single name ({@code arch}) or a member of a group ({@code installed_packages.bash}).
 *
 * <p>A name is split at its <em>first</em> dot, so {@code tags.ns.key} is the member {@code ns.key} of the group
 * {@code tags}. Group and member may be empty texts. The natural order is the order of a report: by group or single
 * name, a single fact before a group of the same name, then by member, all by code point.
 *
 * <pre>{@code
 * FactName flag = FactName.of("cpu_flags.fpu");
 * String group = flag.group(); // cpu_flags
 * String member = flag.member(); // fpu
 * }</pre>
 *
 * @param group the text before the first dot; null for a single fact
 * @param member the text behind the first dot, or the whole name of a single fact
 */
public record FactName(@Nullable String group, String member) implements Comparable<FactName> {

    /**
     * Checks that the name is split at its first dot; {@link #of(String)} and {@link #of(String, String)} do that.
     *
     * @throws IllegalArgumentException if a group, or a single name, contains a dot
     */
    public FactName {
        Objects.requireNonNull(member, "member");
        if ((group == null ? member : group).indexOf('.') >= 0) {
            throw new IllegalArgumentException("not split at its first dot: " + group + " / " + member);
        }
    }

    /**
     * The name that a text stands for.
     *
     * @param text any text, {@code arch} or {@code cpu_flags.fpu}
     * @return its name, split at the first dot
     */
    public static FactName of(String text) {
        int dot = text.indexOf('.');
        return dot < 0 ? new FactName(null, text) : new FactName(text.substring(0, dot), text.substring(dot + 1));
    }

    /**
     * The name of a member of a group.
     *
     * @param group any text; where it contains a dot, what stands behind the dot becomes part of the member
     * @param member any text
     * @return the name {@code group.member}, split at its first dot
     */
    public static FactName of(String group, String member) {
        return group.indexOf('.') < 0 ? new FactName(group, member) : of(group + "." + member);
    }

    /**
     * Whether this is a member of a group.
     *
     * @return false for a single fact
     */
    public boolean isMember() {
        return group != null;
    }

    /**
     * The name under which a report lists it at the top level: the group's, or that of the single fact.
     *
     * @return a text without a dot
     */
    public String top() {
        return group == null ? member : group;
    }

    @Override
    public int compareTo(FactName other) {
        int tops = CodePointOrder.INSTANCE.compare(top(), other.top());
        if (tops != 0) {
            return tops;
        }
        int members = Boolean.compare(isMember(), other.isMember());
        return members != 0 ? members : CodePointOrder.INSTANCE.compare(member, other.member);
    }

    /** As generated, but without what the JVM needs for its first call of generated code. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FactName name && member.equals(name.member) && Objects.equals(group, name.group);
    }

    @Override
    public int hashCode() {
        return 31 * member.hashCode() + Objects.hashCode(group);
    }

    /** The whole name, {@code arch} or {@code cpu_flags.fpu}. */
    @Override
    public String toString() {
        return group == null ? member : group + "." + member;
    }
}
