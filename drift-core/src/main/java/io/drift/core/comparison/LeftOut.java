package io.drift.core.comparison;

import io.drift.core.fact.FactName;
import java.util.List;

/**
 * Facts that a report does not show because a list of the rules has them.
 *
 * <pre>{@code
 * for (LeftOut leftOut : report.omissions().leftOut()) {
 *     System.out.println(leftOut.facts() + " " + leftOut.list() + " facts are not shown, " + leftOut.notSame().size() + " differ");
 * }
 * }</pre>
 *
 * @param list the name of the list
 * @param facts how many there are
 * @param notSame those of them that are not the SAME, in the order of a report
 */
public record LeftOut(String list, int facts, List<FactName> notSame) {

    /** Copies the list. */
    public LeftOut {
        notSame = List.copyOf(notSame);
    }
}
