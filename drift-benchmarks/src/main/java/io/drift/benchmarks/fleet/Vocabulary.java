package io.drift.benchmarks.fleet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** The names that the systems of a fleet have in common. */
final class Vocabulary {

    private static final String[] WORDS =
            ("acl amber atlas bash beacon bridge bzip cache cargo cedar cipher clock cobalt"
                            + " comet coral dash delta desk device drake ember engine fern filter flint forge frame garnet glyph"
                            + " grep harbor hash hazel indigo iris jade jigsaw juniper kdump kite lantern ledger lilac locale"
                            + " lynx magnet maple mica mirror nano nectar nickel node oak onyx opal orbit otter parse pebble pine"
                            + " pivot plasma prism quartz quill radar raven reed relay ridge river robin rsync sable sage sed"
                            + " shard shell sierra signal slate socket spruce static stone stream swan syslog table tar timber"
                            + " topaz trace tulip tunnel umber unit vapor vector velvet violet vnode walnut wave willow wire"
                            + " xmlrpc yarn zebra zinc")
                    .split(" ");

    final List<Package> packages;
    final List<String> kernelModules;
    final List<String> services;
    final List<String> processes;
    final List<String> cpuFlags;

    /**
     * A package in the version that most systems have, and in that of the others.
     *
     * @param usual such as {@code cedar-flint-0:1.2.3-4.el9.x86_64}
     * @param other the same package in another version
     */
    record Package(String usual, String other) {}

    Vocabulary(long seed) {
        Random random = new Random(seed);
        packages = distinct(640, () -> words(random, 2 + random.nextInt(3), "-"), random).stream()
                .map(name -> packageOf(name, random))
                .toList();
        kernelModules = distinct(90, () -> words(random, 3, "_"), random);
        services = distinct(
                80, () -> words(random, 3, "-") + oneOf(random, "", ".service", ".service", "@.service"), random);
        processes =
                distinct(140, () -> words(random, 2, "-") + oneOf(random, "", "d", "/0", "/1:1", "-worker"), random);
        cpuFlags = distinct(125, () -> words(random, 1, "") + (1 + random.nextInt(512)), random);
    }

    private static List<String> distinct(int count, Supplier<String> name, Random random) {
        Set<String> names = new LinkedHashSet<>();
        while (names.size() < count) {
            names.add(name.get());
        }
        List<String> shuffled = new ArrayList<>(names);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled);
    }

    private static String words(Random random, int count, String between) {
        List<String> words = new ArrayList<>();
        while (words.size() < count) {
            words.add(oneOf(random, WORDS));
        }
        return String.join(between, words);
    }

    private static Package packageOf(String name, Random random) {
        String epoch = oneOf(random, "0", "0", "0", "1", "32");
        String arch = oneOf(random, "x86_64", "x86_64", "x86_64", "noarch", "i686");
        return new Package(
                name + "-" + epoch + ":" + version(random) + "." + arch,
                name + "-" + epoch + ":" + version(random) + "." + arch);
    }

    private static String version(Random random) {
        return random.nextInt(10) + "." + random.nextInt(41) + "." + random.nextInt(31) + "-"
                + (1 + random.nextInt(120)) + ".el9"
                + oneOf(random, "", "_1", "_2.1", ".module+el9.2.0+18221+6ac54a45");
    }

    static String oneOf(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
