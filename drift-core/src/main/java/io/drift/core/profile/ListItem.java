package io.drift.core.profile;

import io.drift.core.fact.PreparedFact;
import org.jspecify.annotations.Nullable;

/**
 * What an item of a {@link ListPart} says.
 *
 * <pre>{@code
 * ListItem bash = recorder.listPart("installed_packages").item("bash-0:5.1.8-9.el9.x86_64");
 * bash.record();
 * }</pre>
 */
@FunctionalInterface
public interface ListItem {

    /** Records it for the current profile. */
    void record();

    /**
     * The fact that {@link #record} records where the profile does not have it yet, for a reader that records many at once.
     *
     * @return null if recording does something else
     */
    default @Nullable PreparedFact fact() {
        return null;
    }
}
