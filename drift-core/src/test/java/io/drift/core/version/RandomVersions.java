package io.drift.core.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Versions as distributions write them, and as nobody should; the same for the same seed. */
final class RandomVersions {

    private static final List<String> RPM_RELEASES = List.of(
            "-1.el9", "-27.el9_4.1", "-1.fc40", "-150600.3.2", "-9.el8_10", "-0.1.rc2.el9", "-1.amzn2023.0.2", "");
    private static final List<String> DEBIAN_REVISIONS =
            List.of("-1", "-9+deb12u4", "-9+deb12u10", "-0ubuntu3.1", "-0ubuntu0.22.04.2", "-2+b1", "-1~bpo12+1", "");
    private static final List<String> APK_ENDS = List.of("-r0", "-r10", "", "~f1e2d3-r1", "-r2-x", "~0a");
    private static final List<String> RPM_MARKS =
            List.of("~rc1", "~beta.2", "^20240101git0abc", "^", "p1", ".a", "a", "_1");
    private static final List<String> DEBIAN_MARKS =
            List.of("~rc1", "~beta2", "+git20240101.0abc", "+dfsg", "+dfsg1", "p1", "a", ".~1");
    private static final List<String> APK_MARKS =
            List.of("_alpha", "_beta2", "_pre1", "_rc3", "_p1", "_git20240101", "_cvs", "_hg2", "a", "b_p2", "_x");

    private final Random random;
    private final List<String> marks;
    private final List<String> ends;
    private final String hostile;

    private RandomVersions(long seed, List<String> marks, List<String> ends, String hostile) {
        this.random = new Random(seed);
        this.marks = marks;
        this.ends = ends;
        this.hostile = hostile;
    }

    static RandomVersions rpm(long seed) {
        return new RandomVersions(seed, RPM_MARKS, RPM_RELEASES, "0019aAzZ.~^+-_:%é");
    }

    static RandomVersions debian(long seed) {
        return new RandomVersions(seed, DEBIAN_MARKS, DEBIAN_REVISIONS, "0019aAzZ.~+-~");
    }

    static RandomVersions apk(long seed) {
        return new RandomVersions(seed, APK_MARKS, APK_ENDS, "0019ab._~-r");
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** One version. */
    String next() {
        return random.nextInt(3) == 0 ? hostile() : ordinary();
    }

    /** Two versions, which have much in common nearly always. */
    List<String> pair() {
        String first = next();
        return List.of(first, random.nextInt(5) == 0 ? next() : changed(first));
    }

    List<String> some(int count) {
        return IntStream.range(0, count).mapToObj(any -> next()).toList();
    }

    private String ordinary() {
        String epoch = random.nextInt(4) == 0 ? random.nextInt(3) + ":" : "";
        String numbers = IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(any -> String.valueOf(random.nextInt(random.nextInt(8) == 0 ? 30_000 : 13)))
                .collect(Collectors.joining("."));
        return epoch + numbers + (random.nextInt(3) == 0 ? one(marks) : "") + one(ends);
    }

    private String hostile() {
        String text = random.ints(1 + random.nextInt(9), 0, hostile.length())
                .mapToObj(place -> hostile.substring(place, place + 1))
                .collect(Collectors.joining());
        return switch (random.nextInt(6)) {
            case 0 -> "0".repeat(1 + random.nextInt(30)) + text;
            case 1 -> "9".repeat(20 + random.nextInt(30)) + text;
            case 2 -> "1" + text;
            default -> text;
        };
    }

    private String changed(String version) {
        List<String> parts = new ArrayList<>(List.of(version.split("(?<=[^0-9])|(?=[^0-9])")));
        int place = random.nextInt(parts.size());
        String part = parts.get(place);
        switch (random.nextInt(8)) {
            case 0 -> parts.set(place, part.matches("[0-9]{1,9}") ? String.valueOf(Long.parseLong(part) + 1) : part);
            case 1 -> parts.set(place, part.matches("[0-9]+") ? "0" + part : part + part);
            case 2 -> parts.set(place, part.equals(".") ? ".." : part + ".0");
            case 3 -> parts.remove(place);
            case 4 -> parts.add(place, one(marks));
            case 5 -> parts.add(one(marks));
            case 6 -> parts.set(place, part.equals("-") ? "." : part + "~");
            default -> parts.add(one(ends));
        }
        String changed = String.join("", parts);
        return changed.isEmpty() ? "0" : changed;
    }
}
