package io.drift.core.comparison;

import io.drift.core.source.Baseline;
import org.jspecify.annotations.Nullable;

/**
 * A baseline in the header of a report.
 *
 * <pre>{@code
 * for (BaselineSummary baseline : report.baselines()) {
 *     System.out.println(baseline.displayName() + " last changed " + baseline.updated());
 * }
 * }</pre>
 *
 * @param id its id
 * @param displayName its name
 * @param updated when it last changed; a text as given, null if unknown
 */
public record BaselineSummary(
        String id, String displayName, @Nullable String updated) {

    static BaselineSummary of(Baseline baseline) {
        return new BaselineSummary(baseline.id(), baseline.name(), baseline.updated());
    }
}
