package io.drift.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.core.fact.FactName;
import io.drift.core.fact.RecordedFacts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookedAtTest {

    @Test
    void everything_covers_each_fact() {
        assertThat(LookedAt.everything().covers(FactName.of("arch"))).isTrue();
        assertThat(LookedAt.everything().covers(FactName.of("sysctl.vm.swappiness")))
                .isTrue();
        assertThat(LookedAt.everything().isEverything()).isTrue();
        assertThat(LookedAt.everything().withExcept(List.of())).isEqualTo(LookedAt.everything());
    }

    @ParameterizedTest
    @CsvSource({
        "installed_packages, installed_packages.bash, true",
        "installed_packages, installed_packages, true",
        "installed_packages, installed_packages2.bash, false",
        "installed_packages, arch, false",
        "sysctl.net, sysctl.net.core.somaxconn, true",
        "sysctl.net, sysctl.net, true",
        "sysctl.net, sysctl.network.x, false",
        "sysctl.net, sysctl, false",
        "arch, arch, true"
    })
    void a_name_covers_itself_and_what_is_in_it(String only, String fact, boolean covered) {
        LookedAt some = LookedAt.everything().withOnly(List.of(only));
        LookedAt others = LookedAt.everything().withExcept(List.of(only));

        assertThat(some.covers(FactName.of(fact))).isEqualTo(covered);
        assertThat(others.covers(FactName.of(fact))).isEqualTo(!covered);
    }

    @Test
    void an_exception_within_what_was_looked_at_counts() {
        LookedAt some = LookedAt.everything().withOnly(List.of("sysctl")).withExcept(List.of("sysctl.net"));

        assertThat(some.covers(FactName.of("sysctl.vm.swappiness"))).isTrue();
        assertThat(some.covers(FactName.of("sysctl.net.core.somaxconn"))).isFalse();
        assertThat(some.covers(FactName.of("arch"))).isFalse();
    }

    @Test
    void only_nothing_covers_no_fact() {
        LookedAt nothing = LookedAt.everything().withOnly(List.of());

        assertThat(nothing.isEverything()).isFalse();
        assertThat(nothing.covers(FactName.of("arch"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"system_memory_bytes=system_memory", "deb_packages=installed_packages.bash", "sap=sap_sids"})
    void a_key_stands_for_its_facts_whatever_they_are_called(String keyAndFact) {
        String key = keyAndFact.substring(0, keyAndFact.indexOf('='));
        FactName fact = FactName.of(keyAndFact.substring(keyAndFact.indexOf('=') + 1));

        assertThat(LookedAt.everything().withOnly(List.of(key)).covers(fact)).isTrue();
        assertThat(LookedAt.everything().withExcept(List.of(key)).covers(fact)).isFalse();
    }

    @Test
    void knows_what_an_earlier_profile_told_and_it_does_not() {
        LookedAt all = LookedAt.everything();
        LookedAt some = all.withOnly(List.of("arch", "installed_packages"));
        assertThat(all.lostSince(some)).isEmpty();
        assertThat(some.lostSince(some)).isEmpty();
        assertThat(some.lostSince(all)).containsExactly("all but arch, installed_packages");
        assertThat(all.withOnly(List.of("arch")).lostSince(some)).containsExactly("installed_packages");
        assertThat(all.withExcept(List.of("dns")).lostSince(all)).containsExactly("dns");
        assertThat(all.withExcept(List.of("dns")).lostSince(all.withExcept(List.of("dns"))))
                .isEmpty();
        assertThat(some.withExcept(List.of("dns")).lostSince(some)).isEmpty();
        assertThat(all.withExcept(List.of("sysctl.net.ipv4.neigh.veth1.retrans_time"))
                        .lostSince(all))
                .isEmpty();
    }

    @Test
    void tells_people_what_it_covers() {
        assertThat(LookedAt.everything()).hasToString("everything");
        assertThat(LookedAt.everything().withExcept(List.of("b", "a"))).hasToString("all but a, b");
        assertThat(new LookedAt(Set.of("b", "a"), Set.of("a.x"))).hasToString("only [a, b], of these all but a.x");
    }

    @Test
    void a_profile_keeps_it_with_other_facts_and_tags() {
        LookedAt packages = LookedAt.everything().withOnly(List.of("installed_packages"));
        RecordedProfile profile =
                new ProfileRecorder().record(Map.of("arch", "x86_64")).withLookedAt(packages);

        assertThat(profile.withTags(RecordedFacts.NONE)
                        .withFacts(RecordedFacts.NONE)
                        .lookedAt())
                .isEqualTo(packages);
        assertThat(new ProfileRecorder().record(Map.of("arch", "x86_64")).lookedAt())
                .isEqualTo(LookedAt.everything());
    }
}
