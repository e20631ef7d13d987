package io.drift.core.profile;

import io.drift.core.fact.MemoryShare;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How the parts of a profile become facts, in one of the readings; what its methods do, {@link ProfileRecorder} says. */
interface ProfileParts {

    void within(MemoryShare share);

    void begin();

    @Nullable
    ListPart listPart(String key);

    @Nullable
    Consumer<@Nullable Object> objectsPart(String key);

    boolean isRead(String key);

    /** A part that is not null. */
    void part(String key, Object value);

    void skip(String key, String reason);

    /**
     * Ends a profile.
     *
     * @param exists whether it had any part
     */
    RecordedProfile end(boolean exists);
}
