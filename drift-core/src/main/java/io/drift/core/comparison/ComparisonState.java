package io.drift.core.comparison;

import java.util.Set;

/**
 * How the sources of a comparison stand to each other in one fact, or in a group of facts.
 *
 * <pre>{@code
 * String colour = switch (fact.state()) {
 *     case SAME -> "green";
 *     case DIFFERENT -> "red";
 *     case INCOMPLETE_DATA, INCOMPLETE_DATA_OBFUSCATED -> "grey";
 * };
 * }</pre>
 */
public enum ComparisonState {
    /** They agree; or the fact is expected to be unique, and is. */
    SAME,
    /** They do not agree. */
    DIFFERENT,
    /** Each system should have a value of its own, but some source has none. */
    INCOMPLETE_DATA,
    /** Some source hid its value before it was uploaded. */
    INCOMPLETE_DATA_OBFUSCATED;

    /**
     * The state of a group.
     *
     * @param members the states that its members have; at least one
     * @return one state for all of them
     */
    static ComparisonState ofGroup(Set<ComparisonState> members) {
        if (members.contains(DIFFERENT)) {
            return DIFFERENT;
        }
        if (members.contains(INCOMPLETE_DATA)) {
            return members.contains(SAME) ? DIFFERENT : INCOMPLETE_DATA;
        }
        return members.contains(INCOMPLETE_DATA_OBFUSCATED) ? INCOMPLETE_DATA : SAME;
    }
}
