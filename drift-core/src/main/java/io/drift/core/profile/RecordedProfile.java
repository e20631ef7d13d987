package io.drift.core.profile;

import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.FactValue;
import io.drift.core.fact.RecordedFacts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link ProfileRecorder} made of one profile.
 *
 * <pre>{@code
 * RecordedProfile profile = new ProfileRecorder().record(Map.of("enabled_services", List.of("insights-client")));
 * boolean enabled = profile.header().client().enabled(); // true
 * }</pre>
 *
 * @param reading how closely it was read
 * @param facts its facts
 * @param header what is known of it besides
 * @param skipped the parts that could not be looked at
 * @param lookedAt which facts its maker looked at: what it lacks besides, the machine may have nevertheless
 */
public record RecordedProfile(
        Reading reading, RecordedFacts facts, ProfileHeader header, List<SkippedPart> skipped, LookedAt lookedAt) {

    /** Copies the list. */
    public RecordedProfile {
        skipped = List.copyOf(skipped);
    }

    /**
     * A profile whose maker looked at everything.
     *
     * @param reading how closely it was read
     * @param facts its facts
     * @param header what is known of it besides
     * @param skipped the parts that could not be looked at
     */
    public RecordedProfile(Reading reading, RecordedFacts facts, ProfileHeader header, List<SkippedPart> skipped) {
        this(reading, facts, header, skipped, LookedAt.everything());
    }

    /**
     * Whether the profile has any content.
     *
     * @return false for a system that never uploaded one
     */
    public boolean exists() {
        return header.exists();
    }

    /**
     * The same profile with the tags of its system. Of a profile that was read exactly nothing gets lost: tags that it has
     * itself count, too, and one that is given several times has each of its values, repeats as {@code 2 x value}.
     *
     * @param tags the facts of the tags, as a {@link TagRecorder} makes them
     * @return the changed profile
     */
    public RecordedProfile withTags(RecordedFacts tags) {
        if (tags == RecordedFacts.NONE) {
            return this;
        }
        RecordedFacts both = facts.with(tags);
        return withFacts(reading == Reading.EXACT ? both.with(several(tags)) : both);
    }

    /** The tags that have more than one value. */
    private RecordedFacts several(RecordedFacts tags) {
        FactRecorder recorder = new FactRecorder();
        tags.asMap().forEach((tag, value) -> {
            List<String> texts = new ArrayList<>(textsOf(value));
            texts.addAll(textsOf(facts.value(tag)));
            if (texts.size() > 1) {
                recorder.record(tag, CountedTexts.of(texts));
            }
        });
        return recorder.end();
    }

    private static List<String> textsOf(@Nullable FactValue value) {
        return value == null ? List.of() : value.texts();
    }

    /**
     * The same profile with other facts, such as those of a system that it is joined with.
     *
     * @param other all facts, in place of those that it has
     * @return the changed profile
     */
    public RecordedProfile withFacts(RecordedFacts other) {
        return new RecordedProfile(reading, other, header, skipped, lookedAt);
    }

    /**
     * The same profile, of which is known what its maker looked at.
     *
     * @param other in place of what was known of that
     * @return the changed profile
     */
    public RecordedProfile withLookedAt(LookedAt other) {
        return new RecordedProfile(reading, facts, header, skipped, other);
    }
}
