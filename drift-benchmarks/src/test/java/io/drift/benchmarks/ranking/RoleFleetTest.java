package io.drift.benchmarks.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.benchmarks.ranking.Cause.Plant;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is expected here was noted from the recipe, which is written in Python. */
class RoleFleetTest {

    @Test
    void random_numbers_are_those_of_the_recipe() {
        PythonRandom random = PythonRandom.of("fleet/87/1");
        assertThat(List.of(random.bits(32), random.bits(32), random.bits(32)))
                .map(Integer::toUnsignedLong)
                .containsExactly(3888571969L, 3190440593L, 3579088662L);
        assertThat(random.fraction()).isEqualTo(0.8158710903835115);
        assertThat(random.between(1, 512)).isEqualTo(381);
        List<Integer> ten = new ArrayList<>(IntStream.range(0, 10).boxed().toList());
        random.shuffle(ten);
        assertThat(ten).containsExactly(5, 6, 9, 4, 0, 8, 3, 7, 2, 1);
        PythonRandom other = PythonRandom.of(7);
        assertThat(Integer.toUnsignedLong(other.bits(32))).isEqualTo(1390851128L);
    }

    @Test
    void a_fleet_is_that_of_the_recipe_value_for_value() throws Exception {
        RoleFleet fleet = RoleFleet.of(87, 1);
        assertThat(fleet.facts()).hasSize(1400);
        assertThat(digest(fleet.facts())).isEqualTo("a5d94d313e4628719ca12069d4ed62945ebcf9891037c4c0e9edb32dfc6ec66a");
    }

    @Test
    void causes_are_those_of_the_recipe() {
        RoleFleet fleet = RoleFleet.of(87, 1);
        PythonRandom random = PythonRandom.of("trial/87/1");
        List<String> firsts = new ArrayList<>();
        for (Cause cause : Cause.values()) {
            for (int plant = 0; plant < 20; plant++) {
                Plant planted = cause.plant(fleet, random);
                if (plant == 0) {
                    firsts.add(planted.machine() + " " + planted.fact() + " "
                            + planted.values().size());
                }
            }
        }
        assertThat(firsts)
                .containsExactly(
                        "6 installed_packages.std-qemu 1",
                        "10 installed_packages.core29 1",
                        "73 installed_packages.mail-png 1",
                        "22 installed_packages.extra-1004188548 1",
                        "9 enabled_services.coresvc2 1",
                        "65 enabled_services.net-sock 1",
                        "32 sysctl.s1 1",
                        "78 few.f6 1",
                        "7 sysctl.s27 4",
                        "1 installed_packages.db-suite-sub4 1",
                        "42 installed_packages.web-suite-sub1 1",
                        "77 installed_packages.db-own18 1");
    }

    /** The facts with the numbers of their values, in the order in which machines have them. */
    private static String digest(Map<String, @Nullable String[]> facts) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        facts.forEach((name, values) -> {
            Map<String, String> numbers = new HashMap<>();
            List<String> texts = new ArrayList<>();
            for (String value : values) {
                if (value != null) {
                    numbers.putIfAbsent(value, String.valueOf(numbers.size()));
                }
                texts.add(value == null ? "-" : numbers.get(value));
            }
            digest.update((name + " " + String.join(",", texts) + "\n").getBytes(StandardCharsets.UTF_8));
        });
        return HexFormat.of().formatHex(digest.digest());
    }
}
