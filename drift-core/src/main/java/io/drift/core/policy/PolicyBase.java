package io.drift.core.policy;

import io.drift.core.profile.Reading;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a policy changes: how profiles are read and compared where it says nothing.
 *
 * <pre>{@code
 * Policy policy = Policy.of(PolicyBase.EXACT).withIgnored("running_processes");
 * }</pre>
 */
public enum PolicyBase {
    /** Profiles are read and compared exactly. */
    EXACT(Reading.EXACT),
    /** Profiles are read and compared as the archived service did. */
    ARCHIVED(Reading.ARCHIVED),
    /** No rule at all: every fact counts, whatever its name, also what names a machine. Profiles are read exactly. */
    NONE(null);

    private final @Nullable Reading reading;

    PolicyBase(@Nullable Reading reading) {
        this.reading = reading;
    }

    /**
     * The reading whose rules these are.
     *
     * @return null for {@link #NONE}, which fits any
     */
    public @Nullable Reading reading() {
        return reading;
    }

    /** As a policy writes it, {@code exact}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
