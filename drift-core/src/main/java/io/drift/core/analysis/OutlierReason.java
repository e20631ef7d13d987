package io.drift.core.analysis;

import io.drift.core.fact.FactName;
import io.drift.core.fact.FactValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a machine is odd: a fact in which it deviates from its peers, and the facts that deviate together with it.
 *
 * <pre>{@code
 * for (OutlierReason reason : outlier.reasons()) {
 *     System.out.println(reason.fact() + " " + reason.sentence());
 * }
 * }</pre>
 *
 * @param rank its place among the reasons of the machine, from 1; reasons of one place are tied
 * @param fact the fact; of several, the oddest
 * @param odd what the machine has
 * @param usual what its peers have; null if they have nothing in common
 * @param weight how probable it is, from 0 to 1, that this is what is wrong, if it is one of the machine's reasons
 * @param also other facts with the same change, or that deviate on the same machines; in the order of a report
 */
public record OutlierReason(
        int rank, FactName fact, OddValue odd, @Nullable Usual usual, double weight, List<FactName> also) {

    /** Copies the list. */
    public OutlierReason {
        also = List.copyOf(also);
    }

    /**
     * The reason in words.
     *
     * @return such as {@code is absent; 59 of the 60 machines of its group have 9.5-9; no other of the 200 deviates so}
     */
    public String sentence() {
        String others = odd.sharedBy() == 0
                ? "no other of the " + (odd.of() + 1) + " deviates so"
                : odd.sharedBy() + " others of the " + (odd.of() + 1) + " deviate so";
        String more = also.isEmpty() ? "" : "; and " + also.size() + " more with the same change";
        return has(odd.value()) + "; " + peers() + "; " + others + more;
    }

    private static String has(@Nullable FactValue value) {
        return value == null ? "is absent" : "is " + value;
    }

    private String peers() {
        if (usual == null) {
            return "its group has no usual value";
        }
        String have = usual.have() + " of the " + usual.of() + " machines of its group ";
        return have + (usual.value() == null ? "lack it" : "have " + usual.value());
    }
}
