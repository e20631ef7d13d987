package io.drift.cli;

import io.drift.core.comparison.FactList;
import io.drift.core.comparison.FactRules;
import io.drift.core.policy.Policy;
import io.drift.core.profile.Reading;
import io.drift.json.policy.PolicyDocument;
import org.jspecify.annotations.Nullable;

/**
 * What is compared, and how closely.
 *
 * @param policy null if none was given
 * @param everything whether what changes by itself is shown too, as if that were asked for
 */
record ChosenPolicy(@Nullable Policy policy, boolean everything) {

    /** Nobody gave one: what changes by itself is left out, and nothing else. */
    static final ChosenPolicy USUAL = new ChosenPolicy(null, false);

    static final ChosenPolicy NOTHING_HIDDEN = new ChosenPolicy(null, true);

    static ChosenPolicy of(PolicyDocument document) {
        return new ChosenPolicy(document.policy(), false);
    }

    /** How closely profiles are read. */
    Reading reading() {
        Reading reading = policy == null ? null : policy.base().reading();
        return reading == null ? Reading.EXACT : reading;
    }

    /**
     * The rules.
     *
     * @param all whether what changes by itself is shown whatever the policy says
     */
    FactRules rules(boolean all) {
        if (policy == null) {
            return all || everything ? FactRules.exact() : FactRules.exact().withLeftOut(FactList.volatileFacts());
        }
        return FactRules.of(all ? policy.withVolatileLeftOut(false) : policy);
    }
}
