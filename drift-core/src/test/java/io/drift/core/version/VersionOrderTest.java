package io.drift.core.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionOrderTest {

    private static void assertAscending(VersionOrder order, String... versions) {
        List<String> all = List.of(versions);
        IntStream.range(0, all.size())
                .forEach(one -> IntStream.range(0, all.size())
                        .forEach(other -> assertThat(Integer.signum(order.compare(all.get(one), all.get(other))))
                                .as("%s and %s", all.get(one), all.get(other))
                                .isEqualTo(Integer.compare(one, other))));
    }

    @Test
    void rpm_knows_epochs_tildes_and_carets() {
        assertAscending(
                VersionOrder.RPM,
                "1.0~rc1-1.el9",
                "1.0",
                "1.0-1.el9",
                "1.0-1.el9_4",
                "1.0-2.el9",
                "1.0-10.el9",
                "1.0^20240101git0abc-1.el9",
                "1.0a-1.el9",
                "1.0.1-1.el9",
                "1:0.9-1.el9");
    }

    @Test
    void debian_knows_epochs_and_tildes_and_letters_before_all_else() {
        assertAscending(
                VersionOrder.DEBIAN,
                "1.0~~",
                "1.0~rc1-1",
                "1.0",
                "1.0-0ubuntu1",
                "1.0-1~bpo12+1",
                "1.0-1",
                "1.0-1+b1",
                "1.0-9+deb12u4",
                "1.0-9+deb12u10",
                "1.0a-1",
                "1.0+dfsg-1",
                "1.0.1-1",
                "1:0.9-1");
    }

    @Test
    void apk_knows_letters_suffixes_hashes_and_revisions() {
        assertAscending(
                VersionOrder.APK,
                "1.0_alpha",
                "1.0_alpha2",
                "1.0_beta1-r0",
                "1.0_pre1",
                "1.0_rc1",
                "1.0_rc10",
                "1.0",
                "1.0-r0",
                "1.0-r9",
                "1.0-r10",
                "1.0~0abc-r1",
                "1.0_cvs1",
                "1.0_svn1",
                "1.0_git20240101-r3",
                "1.0_hg1",
                "1.0_p1-r0",
                "1.0_p2",
                "1.0a",
                "1.0b-r1",
                "1.0.05",
                "1.0.1-r0",
                "1.05",
                "1.1",
                "1.10",
                "2.0_rc1",
                "2.0");
    }

    @ParameterizedTest
    @CsvSource({
        "RPM, 1.0-1.el9.x86_64, 1.0-1.el9.noarch",
        "RPM, 2 x 1.0-1.el9.x86_64, 1.0-1.el9.i686",
        "RPM, 0:1.00-1, 1.0-01",
        "DEBIAN, 1.0-0.amd64, 1.0.all",
        "APK, 01.2-r1.x86_64, 1.2-r01",
        "AUTO, 1.0-1.el9.x86_64, 1.0-1.el9.aarch64",
        "AUTO, 1.0.amd64, 1.0-0.amd64"
    })
    void what_is_written_differently_may_be_the_same_version(VersionOrder order, String one, String other) {
        assertThat(order.compare(one, other)).isZero();
        assertThat(order.compare(other, one)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "RHEL, RPM",
        "CentOS Linux, RPM",
        "Fedora Linux, RPM",
        "openSUSE Leap, RPM",
        "Amazon Linux, RPM",
        "Debian GNU/Linux, DEBIAN",
        "Ubuntu, DEBIAN",
        "Alpine Linux, APK",
        "Gentoo, AUTO"
    })
    void a_distribution_has_an_order(String name, VersionOrder order) {
        assertThat(VersionOrder.ofDistribution(name)).isEqualTo(order);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "")
    void the_order_of_an_unknown_distribution_is_told_by_its_versions(String name) {
        VersionOrder order = VersionOrder.ofDistribution(name);
        assertThat(order.among(List.of("1.0-1.x86_64", "2.36-9.amd64"))).isEqualTo(VersionOrder.DEBIAN);
        assertThat(order.among(List.of("1.36.1-r15.x86_64", "1.36.1-r2"))).isEqualTo(VersionOrder.APK);
        assertThat(order.among(List.of("1.36.1-r15.x86_64", "1.36.1-1"))).isEqualTo(VersionOrder.RPM);
        assertThat(order.among(List.of("1-r.x86_64"))).isEqualTo(VersionOrder.RPM);
        assertThat(order.among(List.of())).isEqualTo(VersionOrder.RPM);
        assertThat(VersionOrder.APK.among(List.of("2.36-9.amd64"))).isEqualTo(VersionOrder.APK);
    }

    @Test
    void a_version_is_shown_as_it_was_given() {
        assertThat(RpmVersion.of("0:1.00")).hasToString("0:1.00").isEqualTo(RpmVersion.of("1.0"));
        assertThat(RpmVersion.of("1").equals((Object) DebianVersion.of("1"))).isFalse();
        assertThat(ApkVersion.of("1")).isNotEqualTo(null);
    }

    @Test
    void a_number_may_have_any_length() {
        String long1 = "1".repeat(70_000);
        assertAscending(VersionOrder.RPM, "9", "9".repeat(69_999), long1, long1 + "0");
    }
}
