package io.drift.server.web;

import io.drift.core.Comparisons;
import io.drift.core.ComparisonsByReading;
import io.drift.core.error.InvalidQueryException;
import io.drift.core.profile.Reading;
import org.jspecify.annotations.Nullable;

/**
 * The use cases that may be asked for.
 *
 * @param usual under the policy of the server, if it has one
 * @param withoutPolicy under no policy
 */
public record ServedComparisons(ComparisonsByReading usual, ComparisonsByReading withoutPolicy) {

    /**
     * Those of a server without a policy.
     *
     * @param comparisons all there are
     * @return the same, whether a policy is asked for or not
     */
    public static ServedComparisons withoutPolicy(ComparisonsByReading comparisons) {
        return new ServedComparisons(comparisons, comparisons);
    }

    /** The use case that is asked for. */
    Comparisons of(@Nullable Reading reading, boolean withPolicy) throws InvalidQueryException {
        return (withPolicy ? usual : withoutPolicy).of(reading);
    }
}
