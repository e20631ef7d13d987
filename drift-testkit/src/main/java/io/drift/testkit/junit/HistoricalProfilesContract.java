package io.drift.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.core.port.HistoricalProfiles;
import io.drift.core.profile.Reading;
import io.drift.core.source.HistoricalProfile;
import io.drift.json.ProfileReader;
import io.drift.testkit.HistoricalProfileDocument;
import io.drift.testkit.SystemBuilder;
import io.drift.testkit.Systems;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What all {@link HistoricalProfiles} must do. A test class extends it and says how to make them. */
public abstract class HistoricalProfilesContract extends FoundByIds<HistoricalProfileDocument, HistoricalProfile> {

    /** For subclasses. */
    protected HistoricalProfilesContract() {}

    /**
     * Makes a source of historical profiles.
     *
     * @param profiles what it knows, and nothing else
     * @return the source to be tested
     */
    protected abstract HistoricalProfiles profilesWith(List<HistoricalProfileDocument> profiles);

    /**
     * Says how the adapter records profiles.
     *
     * @return a reader that records as the server does; override it for an adapter that tells packages apart more closely
     */
    protected ProfileReader profiles() {
        return new ProfileReader(Reading.ARCHIVED);
    }

    @Override
    final HistoricalProfileDocument document(int number) {
        return Systems.historicalProfileOf(Systems.system("system-" + number)
                        .with("arch", "x86_64")
                        .withPackages("bash-0:5.1.8-" + number + ".el9.x86_64"))
                .capturedAt("2024-10-07T03:13:55+00:00")
                .document();
    }

    @Override
    final HistoricalProfile domainOf(HistoricalProfileDocument document) {
        return document.historicalProfile(profiles());
    }

    @Override
    final Finding<HistoricalProfile> finding(List<HistoricalProfileDocument> known) {
        return profilesWith(known)::find;
    }

    @Test
    void tells_profiles_of_one_system_apart() {
        SystemBuilder web = Systems.system("web-1").with("arch", "x86_64");
        HistoricalProfileDocument older = Systems.historicalProfileOf(web)
                .capturedAt("2024-10-07T03:13:55+00:00")
                .document();
        HistoricalProfileDocument newer = Systems.historicalProfileOf(web)
                .capturedAt("2024-10-18T03:14:29+00:00")
                .document();

        List<HistoricalProfile> found = profilesWith(List.of(older, newer)).find(List.of(newer.id()), context());

        assertThat(found).singleElement().satisfies(profile -> {
            assertThat(profile.capturedDate()).isEqualTo("2024-10-18T03:14:29+00:00");
            assertThat(profile.systemId()).isEqualTo(web.document().id());
            assertThat(profile.name()).isEqualTo("web-1");
        });
    }
}
