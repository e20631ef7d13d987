package io.drift.core.source;

import static io.drift.core.Sources.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.drift.core.Sources;
import io.drift.core.profile.RecordedProfile;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactSourceTest {

    @Nested
    class A_system {

        @ParameterizedTest
        @CsvSource(
                nullValues = "-",
                value = {
                    "shown, full, shown",
                    "-, full, full",
                    "-, -, id",
                    "'', full, full",
                    "'', '', id",
                    "-, '', id",
                    "' ', full, ' '"
                })
        void is_called_by_display_name_else_fqdn_else_id(String displayName, String fqdn, String name) {
            InventorySystem system = InventorySystem.of(
                    new HostRecord("id", displayName, fqdn, null, null), Sources.profile(facts(), null), facts());

            assertThat(system.name()).isEqualTo(name);
            assertThat(system.id()).isEqualTo("id");
            assertThat(system.kind()).isEqualTo(SourceKind.SYSTEM);
        }

        @Test
        void joins_profile_and_tags_and_has_the_fqdn_of_its_host_record() {
            RecordedProfile profile = Sources.profile(facts("arch", "a", "fqdn", "of-the-profile"), null);

            assertThat(InventorySystem.of(
                                    new HostRecord("id", null, "of-the-host", null, null),
                                    profile,
                                    facts("tags.n.k", "v"))
                            .facts())
                    .hasToString("{arch=a, fqdn=of-the-host, tags.n.k=v}");
            assertThat(InventorySystem.of(new HostRecord("id", null, null, null, null), profile, facts())
                            .facts())
                    .hasToString("{arch=a, fqdn=null}");
        }

        @Test
        void has_an_id() {
            assertThatNullPointerException().isThrownBy(() -> new HostRecord(null, "name", null, null, null));
        }
    }

    @Test
    void the_others_have_a_kind_and_their_facts() {
        FactSource own = FactSource.of("x", "mine", facts("arch", "b"));
        HistoricalProfile historical = Sources.historicalProfile("h", "old", "2020-01-01", facts("fqdn", "then"));

        assertThat(own.kind()).isEqualTo(SourceKind.OTHER);
        assertThat(own.facts()).hasToString("{arch=b}");
        assertThat(historical.kind()).isEqualTo(SourceKind.HISTORICAL_PROFILE);
        assertThat(historical.facts()).hasToString("{fqdn=then}");
        assertThat(Sources.baseline("b", "golden", facts()).kind()).isEqualTo(SourceKind.BASELINE);
    }
}
