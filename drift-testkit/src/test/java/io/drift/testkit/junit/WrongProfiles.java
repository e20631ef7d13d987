package io.drift.testkit.junit;

import io.drift.core.port.HistoricalProfiles;
import io.drift.core.source.HistoricalProfile;
import io.drift.testkit.HistoricalProfileDocument;
import java.util.List;

/** Sources of historical profiles that are wrong, each in the way that its name says. */
final class WrongProfiles {

    private WrongProfiles() {}

    /** A right source that is spoiled. */
    private abstract static class Spoiled extends HistoricalProfilesContract {

        @Override
        protected final HistoricalProfiles profilesWith(List<HistoricalProfileDocument> profiles) {
            HistoricalProfiles right = RightAdapters.profiles(profiles);
            return (ids, context) ->
                    right.find(ids, context).stream().map(this::spoil).toList();
        }

        abstract HistoricalProfile spoil(HistoricalProfile profile);
    }

    static final class Takes_the_system_for_the_profile extends Spoiled {
        @Override
        HistoricalProfile spoil(HistoricalProfile profile) {
            String system = profile.systemId() == null ? profile.id() : profile.systemId();
            return new HistoricalProfile(system, profile.name(), system, profile.capturedDate(), profile.profile());
        }
    }

    static final class Forgets_when_a_profile_was_taken extends Spoiled {
        @Override
        HistoricalProfile spoil(HistoricalProfile profile) {
            return new HistoricalProfile(profile.id(), profile.name(), profile.systemId(), null, profile.profile());
        }
    }

    static final class Forgets_whose_profile_it_is extends Spoiled {
        @Override
        HistoricalProfile spoil(HistoricalProfile profile) {
            return new HistoricalProfile(profile.id(), profile.name(), null, profile.capturedDate(), profile.profile());
        }
    }
}
