package io.drift.registry.baselines;

import io.drift.core.error.InvalidQueryException;
import io.drift.core.source.BaselineLimits;

/**
 * What a baseline is called.
 *
 * <pre>{@code
 * BaselineName golden = BaselineName.parse("golden");
 * }</pre>
 *
 * @param text 1 to 200 characters without whitespace around them
 */
public record BaselineName(String text) {

    /** How many characters it may have. */
    public static final int LONGEST = 200;

    /**
     * Checks the text.
     *
     * @throws InvalidQueryException if it is none of a baseline; says why
     */
    public BaselineName {
        if (text.isEmpty()) {
            throw new InvalidQueryException("no value given for display_name");
        }
        if (BaselineLimits.isLonger(text, LONGEST)) {
            throw new InvalidQueryException("Baseline name cannot have more than " + LONGEST + " characters.");
        }
        if (BaselineLimits.isPadded(text)) {
            throw new InvalidQueryException("Baseline name cannot have leading or trailing whitespace.");
        }
        if (!FactListRules.isWhole(text)) {
            throw new InvalidQueryException("Baseline name has half a character (an unpaired surrogate).");
        }
    }

    /**
     * The name that a text is.
     *
     * @param text as somebody gave it
     * @return the name
     * @throws InvalidQueryException if it is none of a baseline; says why
     */
    public static BaselineName parse(String text) {
        return new BaselineName(text);
    }
}
