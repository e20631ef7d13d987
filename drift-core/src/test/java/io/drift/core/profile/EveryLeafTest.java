package io.drift.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.drift.core.comparison.Comparison;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.fact.RecordedFacts;
import io.drift.core.source.HistoricalProfile;
import io.drift.core.source.HostRecord;
import io.drift.core.source.InventorySystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Nothing is silent (Q38): whatever leaf of a profile is changed, removed or added, and whatever two leaves change places
 * between the entries of a list, the report has a difference or says what it did not look at. A system is compared with its
 * own history, where what names a machine has to be the same, too.
 */
class EveryLeafTest {

    private static final int LEAVES = 100_000;
    private static final Set<String> SILENT = Set.of("id", "display_name", "captured_date", "last_boot_time");
    private static final List<String> NAME_FIELDS = List.of("name", "id", "device", "uuid", "key");

    @Test
    void no_leaf_is_silent() {
        List<Trial> trials = new ArrayList<>();
        for (int leaves = 0;
                leaves < LEAVES;
                leaves += trials.get(trials.size() - 1).leaves()) {
            trials.add(new Trial(trials.size()));
        }
        // each has a profile, a recorder and a seed of its own
        trials.parallelStream().forEach(Trial::run);
    }

    @Test
    void no_two_packages_are_one() {
        ProfileRecorder recorder = new ProfileRecorder();
        for (String one : RandomProfiles.PACKAGES) {
            for (String other : RandomProfiles.PACKAGES) {
                if (!withoutEpoch0(one).equals(withoutEpoch0(other))) {
                    assertThat(recorder.record(Map.of("installed_packages", List.of(one)))
                                    .facts()
                                    .asMap())
                            .as("%s and %s", one, other)
                            .isNotEqualTo(recorder.record(Map.of("installed_packages", List.of(other)))
                                    .facts()
                                    .asMap());
                }
            }
        }
    }

    @Test
    void what_says_the_same_is_the_same() {
        for (int seed = 0; seed < 4_000; seed++) {
            Random random = new Random(seed);
            Map<String, Object> profile = new RandomProfiles(random).profile();
            Map<String, Object> rewritten = new SameProfile(random).of(profile);
            ProfileRecorder recorder = new ProfileRecorder();
            RecordedProfile before = recorder.record(profile);
            RecordedProfile after = recorder.record(rewritten);
            ComparisonReport report = historyOf(before, after);
            assertThat(report.onlyDifferences().comparisons())
                    .as("seed %d%nbefore %s%nafter  %s", seed, profile, rewritten)
                    .isEmpty();
            assertThat(report.isComplete()).isTrue();
        }
    }

    private static ComparisonReport historyOf(RecordedProfile before, RecordedProfile after) {
        InventorySystem now = InventorySystem.of(HostRecord.of("now"), after, RecordedFacts.NONE);
        HistoricalProfile then = new HistoricalProfile("then", "then", "now", null, before);
        return Comparison.of(now, then).report();
    }

    /** One profile, and the same with one leaf changed, again and again. */
    private final class Trial {

        private final int seed;
        private final Random random;
        private final RandomProfiles profiles;
        private final ProfileRecorder recorder = new ProfileRecorder();
        private final Map<String, Object> profile;
        private final List<List<Object>> paths;
        private final RecordedProfile before;
        private final String canonical;

        private Trial(int seed) {
            this.seed = seed;
            random = new Random(seed);
            profiles = new RandomProfiles(random);
            profile = Tree.copy(profiles.profile());
            paths = Tree.paths(profile);
            before = recorder.record(profile);
            canonical = canonical(profile);
        }

        private int leaves() {
            return (int) paths.stream()
                    .filter(path -> Tree.isLeaf(Tree.get(profile, path)))
                    .count();
        }

        private void run() {
            assertThat(isSilent(recorder.record(profile)) || !before.skipped().isEmpty())
                    .as("seed %d, unchanged: %s", seed, profile)
                    .isTrue();
            for (List<Object> path : paths) {
                Object value = Tree.get(profile, path);
                if (Tree.isLeaf(value)) {
                    changeOrRemove(path);
                } else if (value instanceof Map) {
                    set(with(path, random.nextInt(3) == 0 ? "id" : "added"), profiles.scalar());
                } else if (value instanceof List<?> list) {
                    add(path, list.size());
                    swap(path, list);
                }
            }
        }

        private void changeOrRemove(List<Object> path) {
            switch (random.nextInt(6)) {
                case 0, 1 -> remove(path);
                case 2 -> set(path, "changed");
                case 3 -> set(path, profiles.scalar());
                default -> set(path, profiles.like((String) path.get(0)));
            }
        }

        private void set(List<Object> path, Object to) {
            Map<String, Object> changed = Tree.copy(profile);
            Tree.set(changed, path, to);
            check(path + " becomes " + to, changed);
        }

        private void remove(List<Object> path) {
            Map<String, Object> changed = Tree.copy(profile);
            Tree.remove(changed, path);
            check(path + " is gone", changed);
        }

        @SuppressWarnings("unchecked")
        private void add(List<Object> path, int size) {
            Map<String, Object> changed = Tree.copy(profile);
            List<Object> list = (List<Object>) Tree.get(changed, path);
            list.add(
                    size > 0 && random.nextBoolean()
                            ? Tree.copyOf(list.get(random.nextInt(size)))
                            : profiles.like((String) path.get(0)));
            check(path + " has one more", changed);
        }

        /** Two leaves of different entries. */
        private void swap(List<Object> path, List<?> list) {
            if (list.size() < 2) {
                return;
            }
            int one = random.nextInt(list.size());
            int other = (one + 1 + random.nextInt(list.size() - 1)) % list.size();
            List<List<Object>> ofOne = leavesBelow(with(path, one));
            List<List<Object>> ofOther = leavesBelow(with(path, other));
            if (ofOne.isEmpty() || ofOther.isEmpty()) {
                return;
            }
            List<Object> left = profiles.oneOf(ofOne);
            List<Object> right = profiles.oneOf(ofOther);
            if (random.nextInt(3) > 0) {
                List<Object> like = new ArrayList<>(with(path, other));
                like.addAll(left.subList(path.size() + 1, left.size()));
                right = ofOther.contains(like) ? like : right;
            }
            Map<String, Object> changed = Tree.copy(profile);
            Tree.set(changed, left, Tree.get(profile, right));
            Tree.set(changed, right, Tree.get(profile, left));
            if (!haveOneFact(path, left, right)) {
                check(left + " and " + right + " change places", changed);
            }
        }

        /** Entries of different names, of which dots in the names make one fact; its values are a set. */
        private boolean haveOneFact(List<Object> list, List<Object> left, List<Object> right) {
            String one = dotted(list, left);
            return one != null
                    && one.equals(dotted(list, right))
                    && !Objects.equals(nameOf(list, left), nameOf(list, right));
        }

        private String dotted(List<Object> list, List<Object> leaf) {
            String name = nameOf(list, leaf);
            StringBuilder dotted = new StringBuilder(name == null ? "" : name);
            leaf.subList(list.size() + 1, leaf.size())
                    .forEach(step -> dotted.append('.').append(step));
            return name == null ? null : dotted.toString();
        }

        private String nameOf(List<Object> list, List<Object> leaf) {
            Object entry = Tree.get(profile, leaf.subList(0, list.size() + 1));
            if (!(entry instanceof Map<?, ?> object)) {
                return null;
            }
            if (list.equals(List.of("tags"))) {
                return object.get("namespace") + "." + object.get("key");
            }
            return NAME_FIELDS.stream()
                    .map(object::get)
                    .filter(name -> Tree.isLeaf(name) && !name.equals(""))
                    .findFirst()
                    .map(PythonText::of)
                    .orElse(null);
        }

        private List<List<Object>> leavesBelow(List<Object> path) {
            return paths.stream()
                    .filter(longer -> longer.size() >= path.size()
                            && longer.subList(0, path.size()).equals(path)
                            && Tree.isLeaf(Tree.get(profile, longer)))
                    .toList();
        }

        private void check(String what, Map<String, Object> changed) {
            if (isSilent(recorder.record(changed)) && !canonical(changed).equals(canonical)) {
                fail("silent: seed %d, %s%nbefore %s%nafter  %s%nfacts  %s"
                        .formatted(seed, what, profile, changed, before.facts()));
            }
        }

        private boolean isSilent(RecordedProfile after) {
            ComparisonReport report = historyOf(before, after);
            return !report.hasDifferences() && report.isComplete();
        }
    }

    private static List<Object> with(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    /** A profile as one text without what is silent by rule: equal texts may be silent, no others. */
    private static String canonical(Map<String, Object> profile) {
        Map<String, Object> counted = Tree.copy(profile);
        counted.keySet().removeAll(SILENT);
        if (counted.get("system_memory_bytes") instanceof Number bytes) {
            counted.put("system_memory_bytes", ByteSize.of(bytes));
        }
        for (String packages : List.of("installed_packages", "installed_packages_delta")) {
            if (counted.get(packages) instanceof List<?> list) {
                counted.put(
                        packages,
                        list.stream().map(EveryLeafTest::withoutEpoch0).toList());
            }
        }
        if (counted.get("tags") instanceof List<?> list) {
            counted.put("tags", list.stream().map(EveryLeafTest::tag).toList());
        }
        if (counted.get("deb_packages") instanceof List<?> list) {
            counted.put("deb_packages", list.stream().map(EveryLeafTest::deb).toList());
        }
        return text(counted);
    }

    /** What some tools put behind the name is the architecture (Q39). */
    private static Object deb(Object item) {
        if (!(item instanceof Map<?, ?> deb) || !(deb.get("name") instanceof String name) || name.indexOf(':') < 0) {
            return item;
        }
        String arch = name.substring(name.indexOf(':') + 1);
        Object told = deb.get("arch");
        if (Tree.isLeaf(told) && !told.equals("N/A") && !told.equals(arch)) {
            return item;
        }
        Map<Object, Object> shown = new TreeMap<>(deb);
        shown.put("name", name.substring(0, name.indexOf(':')));
        shown.put("arch", arch);
        return shown;
    }

    private static Object withoutEpoch0(Object item) {
        return item instanceof String text ? text.replaceFirst("-0:([^-:]*-[^-]*)$", "-$1") : item;
    }

    /** A null namespace is {@code None} (Q4), and a tag without value says so. */
    private static Object tag(Object item) {
        if (!(item instanceof Map<?, ?> tag) || !Tree.isLeaf(tag.get("key"))) {
            return item;
        }
        Map<Object, Object> shown = new TreeMap<>(tag);
        if (shown.get("namespace") == null || shown.get("namespace").equals("N/A")) {
            shown.put("namespace", "None");
        }
        if (shown.get("value") == null
                || shown.get("value").equals("")
                || shown.get("value").equals("N/A")) {
            shown.put("value", "(no value)");
        }
        return shown;
    }

    /** Null for what is missing. */
    private static String text(Object value) {
        if (value instanceof Map<?, ?> object) {
            Map<String, String> members = new TreeMap<>();
            object.forEach((key, member) -> {
                if (text(member) != null) {
                    members.put(PythonText.quoted(key), text(member));
                }
            });
            return members.isEmpty() ? null : members.toString();
        }
        if (value instanceof List<?> list) {
            List<String> items = list.stream()
                    .map(EveryLeafTest::text)
                    .filter(Objects::nonNull)
                    .sorted()
                    .toList();
            return items.isEmpty() ? null : items.toString();
        }
        return value == null || value.equals("N/A") ? null : PythonText.quoted(PythonText.of(value));
    }
}
