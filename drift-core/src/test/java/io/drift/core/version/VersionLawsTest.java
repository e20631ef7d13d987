package io.drift.core.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Each order is one: total, and consistent with equals. */
class VersionLawsTest {

    private static final long SEED = 4711;
    private static final int ROUNDS = 20;
    private static final int VERSIONS = 60;

    @Test
    void versions_of_rpm_have_a_total_order() {
        check(RandomVersions.rpm(SEED), RpmVersion::of);
    }

    @Test
    void versions_of_debian_have_a_total_order() {
        check(RandomVersions.debian(SEED), DebianVersion::of);
    }

    @Test
    void versions_of_apk_have_a_total_order() {
        check(RandomVersions.apk(SEED), ApkVersion::of);
    }

    private static <V extends Comparable<V>> void check(RandomVersions versions, Function<String, V> of) {
        for (int round = 0; round < ROUNDS; round++) {
            List<V> sorted =
                    new ArrayList<>(versions.some(VERSIONS).stream().map(of).toList());
            Collections.shuffle(sorted, new Random(SEED + round));
            Collections.sort(sorted);
            for (int i = 0; i < VERSIONS; i++) {
                for (int j = i; j < VERSIONS; j++) {
                    checkOrder(sorted.get(i), sorted.get(j));
                }
            }
        }
    }

    private static <V extends Comparable<V>> void checkOrder(V one, V other) {
        int sign = Integer.signum(one.compareTo(other));
        assertThat(sign).as("%s before %s", one, other).isLessThanOrEqualTo(0);
        assertThat(Integer.signum(other.compareTo(one)))
                .as("%s and %s", other, one)
                .isEqualTo(-sign);
        assertThat(one.equals(other)).as("%s equals %s", one, other).isEqualTo(sign == 0);
        if (sign == 0) {
            assertThat(one).hasSameHashCodeAs(other);
        }
    }
}
