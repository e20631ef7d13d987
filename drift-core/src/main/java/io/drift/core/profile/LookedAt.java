package io.drift.core.profile;

import io.drift.core.fact.FactName;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which facts somebody looked at who made a profile. A list of packages knows nothing of services, and whoever has no
 * rights cannot see everything: what such a profile lacks, the machine may have nevertheless. A value that is there was
 * looked at, whatever this says.
 *
 * <p>Names are those of groups, which stand for all their members, or of facts. Keys of the profile that give their facts
 * another name, such as {@code system_memory_bytes}, stand for those facts. A list of packages may lack a part of each:
 * {@link #EPOCHS}, {@link #ARCHITECTURES}; where packages agree but for that, nobody knows whether they are the same.
 *
 * <pre>{@code
 * LookedAt packages = LookedAt.everything().withOnly(List.of("installed_packages"));
 * packages.covers(FactName.of("installed_packages.bash")); // true
 * packages.covers(FactName.of("arch")); // false
 * }</pre>
 *
 * @param only the names of all that was looked at; null if that is everything
 * @param except the names of what was not looked at, even if {@code only} has it
 */
public record LookedAt(@Nullable Set<String> only, Set<String> except) {

    /** Among {@code except}, stands for the epochs of packages, which a list of them does not tell. */
    public static final String EPOCHS = "installed_packages:epoch";

    /** Among {@code except}, stands for the architectures of packages, which a list of them does not tell. */
    public static final String ARCHITECTURES = "installed_packages:arch";

    private static final LookedAt EVERYTHING = new LookedAt(null, Set.of());

    /** The keys of a profile whose facts have another name. */
    private static final Map<String, Set<String>> FACTS_OF_KEYS = Map.of(
            "system_memory_bytes",
            Set.of("system_memory"),
            "installed_packages_delta",
            Set.of("installed_packages"),
            DebEntries.PART,
            Set.of("installed_packages"),
            "sap",
            SapParts.facts(),
            "workloads",
            workloads());

    /** Copies the names, and adds the facts of keys. */
    public LookedAt {
        only = only == null ? null : withFacts(only);
        except = withFacts(except);
    }

    /**
     * The usual case.
     *
     * @return nothing was left out
     */
    public static LookedAt everything() {
        return EVERYTHING;
    }

    /**
     * Says that nothing but this was looked at.
     *
     * @param names groups or facts; none at all stands for a profile that tells nothing
     * @return the changed value; what it leaves out stays left out
     */
    public LookedAt withOnly(Collection<String> names) {
        return new LookedAt(Set.copyOf(names), except);
    }

    /**
     * Says that this was not looked at, too.
     *
     * @param names groups or facts
     * @return the changed value
     */
    public LookedAt withExcept(Collection<String> names) {
        Set<String> more = new HashSet<>(except);
        more.addAll(names);
        return new LookedAt(only, more);
    }

    /**
     * Whether nothing was left out.
     *
     * @return true if each fact is covered
     */
    public boolean isEverything() {
        return only == null && except.isEmpty();
    }

    /**
     * Whether somebody looked at a fact.
     *
     * @param fact its name
     * @return true if its absence from the profile says that the machine does not have it
     */
    public boolean covers(FactName fact) {
        return isEverything() || covers(fact.toString());
    }

    /**
     * What was looked at before and is not any more: groups, and facts that have none. Of facts in a group a source leaves
     * out such as there may not be, as for each interface of a kernel, so these are not lost.
     *
     * @param earlier of an earlier profile of the machine
     * @return names of groups or facts, or one text for all that is not among {@code only}; empty if nothing was lost
     */
    public SortedSet<String> lostSince(LookedAt earlier) {
        SortedSet<String> lost = new TreeSet<>();
        if (only != null && earlier.only != null) {
            earlier.only.stream()
                    .filter(name -> earlier.covers(name) && !covers(name))
                    .forEach(lost::add);
        }
        except.stream().filter(earlier::covers).forEach(lost::add);
        lost.removeIf(name -> name.indexOf('.') >= 0);
        if (only != null && earlier.only == null) {
            lost.add("all but " + String.join(", ", new TreeSet<>(only)));
        }
        return lost;
    }

    private boolean covers(String fact) {
        return (only == null || names(only, fact)) && !names(except, fact);
    }

    /** Whether a name is that of a fact, or of a group around it. */
    private static boolean names(Set<String> names, String fact) {
        if (names.contains(fact)) {
            return true;
        }
        for (int dot = fact.indexOf('.'); dot >= 0; dot = fact.indexOf('.', dot + 1)) {
            if (names.contains(fact.substring(0, dot))) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> withFacts(Set<String> names) {
        Set<String> both = new HashSet<>(names);
        names.forEach(name -> both.addAll(FACTS_OF_KEYS.getOrDefault(name, Set.of())));
        return Set.copyOf(both);
    }

    private static Set<String> workloads() {
        Set<String> facts = new HashSet<>(SapParts.facts());
        facts.addAll(Set.of("ansible", "mssql"));
        return facts;
    }

    /** The names in order, for people. */
    @Override
    public String toString() {
        if (isEverything()) {
            return "everything";
        }
        String left = except.isEmpty() ? "" : "all but " + String.join(", ", new TreeSet<>(except));
        return only == null ? left : "only " + new TreeSet<>(only) + (left.isEmpty() ? "" : ", of these " + left);
    }
}
