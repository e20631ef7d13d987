package io.drift.core.profile;

import io.drift.core.fact.MemoryShare;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns system profiles into facts, one profile after another. It is driven part by part: {@link #begin}, then
 * {@link #part} for each key of the profile (or {@link #listPart} for a long list, item by item), then {@link #end}. The
 * order of the parts does not matter.
 *
 * <p>Values are plain: null, {@link Boolean}, {@link Number}, {@link String}, {@link List} and {@link Map}. A null
 * value is an absent one. A value of another type cannot be looked at, and the profile says so. Not thread-safe.
 *
 * <pre>{@code
 * ProfileRecorder recorder = new ProfileRecorder();
 * recorder.begin();
 * recorder.part("arch", "x86_64");
 * recorder.part("cpu_flags", List.of("fpu", "vme"));
 * RecordedProfile profile = recorder.end();
 * }</pre>
 */
public final class ProfileRecorder {

    private static final long BYTES_OF_A_REASON = 120;

    private final Reading reading;
    private final ProfileParts parts;
    private MemoryShare memory = MemoryShare.UNLIMITED;
    private boolean isOpen;
    private boolean exists;

    /** A recorder that reads exactly. */
    public ProfileRecorder() {
        this(Reading.EXACT);
    }

    /**
     * A recorder for the profiles of one comparison.
     *
     * @param reading how closely profiles are read
     */
    public ProfileRecorder(Reading reading) {
        this.reading = reading;
        parts = switch (reading) {
            case ARCHIVED -> new ArchivedProfile();
            case EXACT -> new ExactProfile();
        };
    }

    /**
     * From now on, what is recorded takes its part of a share.
     *
     * @param share whoever records beyond it gets a {@link MemoryShare.ExceededException}
     * @return this
     */
    public ProfileRecorder within(MemoryShare share) {
        memory = share;
        parts.within(share);
        return this;
    }

    /**
     * How closely it reads.
     *
     * @return never null
     */
    public Reading reading() {
        return reading;
    }

    /** Begins a profile. What was recorded of one that was not ended is forgotten. */
    public void begin() {
        if (isOpen) {
            parts.end(exists);
        }
        isOpen = true;
        exists = false;
        parts.begin();
    }

    /**
     * A part that is a list of texts, for a reader that meets its items one by one. A part that occurs twice, or an item
     * that is no text, is to be given to {@link #part}.
     *
     * @param key the key of the part
     * @return works out each item; null if the part is not such a list: give it to {@link #part} then
     */
    public @Nullable ListPart listPart(String key) {
        ListPart list = parts.listPart(key);
        exists |= list != null;
        return list;
    }

    /**
     * A part that is a list of objects, for a reader that meets them one by one.
     *
     * @param key the key of the part
     * @return takes each item, a {@link Map} or whatever stands there, and keeps nothing of it; null if the part is not
     *     such a list: give it to {@link #part} then
     */
    public @Nullable Consumer<@Nullable Object> objectsPart(String key) {
        Consumer<@Nullable Object> objects = parts.objectsPart(key);
        exists |= objects != null;
        return objects;
    }

    /**
     * Whether a part becomes facts or is needed for the report; the value of any other part does not matter.
     *
     * @param key the key of the part
     * @return false for keys that {@link #part} ignores
     */
    public boolean isRead(String key) {
        return parts.isRead(key);
    }

    /**
     * A whole part.
     *
     * @param key its key in the profile
     * @param value its value; null counts as absent
     */
    public void part(String key, @Nullable Object value) {
        exists = true;
        if (value != null) {
            parts.part(key, value);
        }
    }

    /**
     * Says that a part, or some of it, is not looked at.
     *
     * @param key the key of the part
     * @param reason why, for people
     */
    public void skip(String key, String reason) {
        parts.skip(key, reason);
    }

    /**
     * A whole profile.
     *
     * @param profile its parts by key
     * @return what {@link #begin}, {@link #part} for each and {@link #end} make of it
     */
    public RecordedProfile record(Map<String, ? extends @Nullable Object> profile) {
        begin();
        profile.forEach(this::part);
        return end();
    }

    /**
     * Ends a profile.
     *
     * @return its facts, what is known of it besides, and what could not be looked at
     */
    public RecordedProfile end() {
        isOpen = false;
        RecordedProfile recorded = parts.end(exists);
        for (SkippedPart skipped : recorded.skipped()) {
            memory.take(BYTES_OF_A_REASON + 2L * skipped.reason().length());
        }
        return recorded;
    }
}
