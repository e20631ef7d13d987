package io.drift.collector;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.json.SystemReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Collections that something happened to: they are refused, or they are a part of what the machine said, and nothing in them
 * is from another place. {@code -Ddrift.fuzz.collections=50000} tries more, {@code -Ddrift.fuzz.seed=N} others.
 */
class CollectionFuzzTest {

    private static final int USUAL = 1500;
    private static final String OTHER = "99999999-2222-3333-4444-555555555555";
    private static final List<String> NAMES = List.copyOf(CollectScript.sections());

    /** Lines that say which section they are from, in all forms that readers know. */
    private static final List<String> FORMS = List.of(
            "%s",
            "%s=%s",
            "%s: %s",
            "[%s]",
            "%s\t(none)\t1\t2\tx86_64\t3",
            "Package: %s\nStatus: install ok installed\nVersion: 1\nArchitecture: amd64\n",
            "P:%s\nV:1-r0\nA:x86_64\n",
            "2: %s: <UP> mtu 1500 state UP\n    inet 192.0.2.1/24",
            "%s.service enabled enabled",
            "/etc/systemd/system/a.wants/%s.service",
            "7 (%s) 1",
            "default via 192.0.2.1 dev %s",
            "nameserver %s",
            "deb http://%s stable main",
            "Types: deb\nURIs: http://%s/\nSuites: stable\n",
            "./kernel/%s:1",
            "/dev/%s / ext4 rw 0 1",
            "%s\t1\t2\t/bin/sh",
            "\u0000\u0007%s \\ \" ' = : \t # ;");

    private static final Pattern MARK = Pattern.compile("(?:mine|theirs)-([a-z0-9-]+)-end");

    private final long seed = Long.getLong("drift.fuzz.seed", 20_240_611L);
    private final int trials = Integer.getInteger("drift.fuzz.collections", USUAL);

    @Test
    void nothing_is_from_outside_its_section() throws IOException {
        int read = 0;
        for (int trial = 0; trial < trials; trial++) {
            Random random = new Random(seed + trial);
            byte[] mutant = mutated(printed(PrintedCollection.BOUNDARY, "mine", random), random);
            try {
                Collection collection = PrintedCollection.parse(mutant);
                read++;
                check(collection, "seed " + (seed + trial));
            } catch (UnreadableCollectionException refused) {
                assertThat(refused.getMessage()).isNotEmpty().doesNotContain("mine-");
            }
        }
        assertThat(read).isBetween(trials / 20, trials - trials / 20);
    }

    /** Whichever of two begins first is the one; nothing of the other may be in it. */
    private static void check(Collection collection, String trial) throws IOException {
        String all = collection.sections().toString();
        assertThat(all.contains("mine-") && all.contains("theirs-")).as(trial).isFalse();
        collection.sections().forEach((name, section) -> {
            List<String> strangers = MARK.matcher(section.content())
                    .results()
                    .map(mark -> mark.group(1))
                    .filter(from -> NAMES.contains(from) && !from.equals(name))
                    .toList();
            assertThat(strangers).as(trial).isEmpty();
        });
        String document = collection.machine().line();
        assertThat(new SystemReader().readAll(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8))))
                .as(trial)
                .hasSize(1);
    }

    private static String printed(String boundary, String whose, Random random) {
        PrintedCollection collection = new PrintedCollection(boundary);
        for (String name : NAMES) {
            StringBuilder content = new StringBuilder();
            String mark = whose + "-" + name + "-end";
            for (int line = random.nextInt(4); line > 0; line--) {
                content.append(FORMS.get(random.nextInt(FORMS.size())).replace("%s", mark))
                        .append('\n');
            }
            collection.section(name, content.toString(), random.nextInt(9) == 0 ? "1" : "0");
        }
        return collection.complete();
    }

    /** Who damages what was mixed in can take away what shows it, so nothing happens to that any more. */
    private static byte[] mutated(String text, Random random) {
        byte[] mutant = text.getBytes(StandardCharsets.UTF_8);
        for (int times = 1 + random.nextInt(3); times > 0 && mutant.length > 0; times--) {
            int kind = random.nextInt(6);
            if (kind == 4) {
                return inserted(mutant, other(random), random);
            }
            mutant = switch (kind) {
                case 0 -> Arrays.copyOf(mutant, random.nextInt(mutant.length));
                case 1 -> withoutLine(mutant, random);
                case 2 -> twice(mutant, random);
                case 3 -> inserted(mutant, noise(random), random);
                default -> flipped(mutant, random);
            };
        }
        return mutant;
    }

    private static List<String> lines(byte[] text) {
        return new ArrayList<>(List.of(new String(text, StandardCharsets.ISO_8859_1).split("\n", -1)));
    }

    private static byte[] bytes(List<String> lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] withoutLine(byte[] text, Random random) {
        List<String> lines = lines(text);
        lines.remove(random.nextInt(lines.size()));
        return bytes(lines);
    }

    private static byte[] twice(byte[] text, Random random) {
        List<String> lines = lines(text);
        int which = random.nextInt(lines.size());
        lines.add(which, lines.get(which));
        return bytes(lines);
    }

    private static byte[] noise(Random random) {
        byte[] noise = new byte[1 + random.nextInt(200)];
        random.nextBytes(noise);
        return noise;
    }

    /** The beginning of another collection, which was printed to the same place. */
    private static byte[] other(Random random) {
        byte[] other = printed(OTHER, "theirs", random).getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(other, 60 + random.nextInt(other.length - 60));
    }

    private static byte[] inserted(byte[] text, byte[] more, Random random) {
        int at = random.nextInt(text.length + 1);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(text, 0, at);
        all.writeBytes(more);
        all.write(text, at, text.length - at);
        return all.toByteArray();
    }

    private static byte[] flipped(byte[] text, Random random) {
        byte[] flipped = text.clone();
        flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }
}
