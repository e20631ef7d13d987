package io.drift.collector.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.drift.json.SystemReader;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Files of all formats with something wrong in them: each is read or refused, soon, and what is read is a document that
 * the reader of documents takes. {@code -Ddrift.fuzz.sources=50000} tries more of them, {@code -Ddrift.fuzz.seed=N} others.
 */
class SourceFuzzTest {

    private static final int FILES = Integer.getInteger("drift.fuzz.sources", 1_500);
    private static final long SEED = Long.getLong("drift.fuzz.seed", 14);
    private static final Duration LONGEST = Duration.ofMinutes(5 + FILES / 1_000);
    private static final List<String> RESOURCES = List.of(
            "rpm-qf.txt",
            "rpm-qa-last.txt",
            "rpm-qf-words.txt",
            "dpkg-l.txt",
            "dpkg-l-cut.txt",
            "dpkg-query-long.txt",
            "dpkg-status.txt",
            "apk-list.txt",
            "sysctl.txt",
            "settings.conf",
            "settings.yaml",
            "hosts.yaml",
            "ansible-setup.txt",
            "ansible-cache.json",
            "cyclonedx.json");

    private static List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        RESOURCES.forEach(name -> seeds.add(SourceFile.resource(name)));
        for (String packing : List.of("", "gz", "xz", "bz2")) {
            seeds.add(Tar.of("sosreport-web-1/", InventedMachine.sosreport()).packed(packing));
            seeds.add(Tar.of("insights-web-1/", InventedMachine.insights()).packed(packing));
        }
        return seeds;
    }

    @Test
    void broken_files_are_read_or_refused() throws IOException {
        List<byte[]> seeds = seeds();
        Random random = new Random(SEED);
        assertTimeoutPreemptively(LONGEST, () -> {
            int read = 0;
            for (int number = 0; number < FILES; number++) {
                byte[] file = mutant(seeds, random);
                Optional<String> forced = random.nextInt(4) > 0
                        ? Optional.empty()
                        : Optional.of(SourceReader.formats()
                                .get(random.nextInt(SourceReader.formats().size())));
                read += isRead(file, forced, number) ? 1 : 0;
            }
            assertThat(read).as("some are read").isGreaterThan(FILES / 10);
        });
    }

    private static boolean isRead(byte[] file, Optional<String> forced, int number) {
        SourceReader reader = forced.flatMap(SourceReader::ofFormat).orElseGet(SourceReader::new);
        try {
            Optional<ReadSource> source = reader.read(new BufferedInputStream(new ByteArrayInputStream(file)));
            for (SourceDocument document : source.map(ReadSource::documents).orElse(List.of())) {
                new SystemReader().readFile(new ByteArrayInputStream(document.json()));
            }
            return source.isPresent();
        } catch (UnreadableSourceException refused) {
            return false;
        } catch (IOException | RuntimeException | StackOverflowError wrong) {
            throw new AssertionError("file " + number + " of seed " + SEED + " as " + forced, wrong);
        }
    }

    private static byte[] mutant(List<byte[]> seeds, Random random) {
        byte[] file = seeds.get(random.nextInt(seeds.size())).clone();
        for (int changes = random.nextInt(4); changes >= 0; changes--) {
            file = changed(file, seeds, random);
        }
        return file;
    }

    private static byte[] changed(byte[] file, List<byte[]> seeds, Random random) {
        int place = random.nextInt(file.length);
        int length = Math.min(file.length - place, 1 + random.nextInt(200));
        switch (random.nextInt(7)) {
            case 0 -> file[place] = (byte) random.nextInt(256);
            case 1 -> Arrays.fill(file, place, place + length, (byte) "\0\n {[:\"=|-".charAt(random.nextInt(10)));
            case 2 -> {
                return place == 0 ? file : Arrays.copyOf(file, place);
            }
            case 3 -> {
                return joined(Arrays.copyOf(file, place), Arrays.copyOfRange(file, place + length - 1, file.length));
            }
            case 4 -> {
                return joined(Arrays.copyOf(file, place + length), Arrays.copyOfRange(file, place, file.length));
            }
            case 5 -> {
                byte[] other = seeds.get(random.nextInt(seeds.size()));
                return joined(Arrays.copyOf(file, place), other);
            }
            default -> {
                byte[] noise = new byte[length];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, file, place, length);
            }
        }
        return file;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both.length == 0 ? new byte[] {' '} : both;
    }
}
