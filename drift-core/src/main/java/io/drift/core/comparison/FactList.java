package io.drift.core.comparison;

import io.drift.core.fact.FactName;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A list of facts that has a name, written as globs: in the whole name of a fact, {@code *} stands for any characters and
 * {@code ?} for one.
 *
 * <pre>{@code
 * FactList labels = new FactList("labels", List.of("tags.lab.*", "rack"), List.of());
 * FactRules rules = FactRules.exact().withLeftOut(labels).withLeftOut(FactList.volatileFacts());
 * }</pre>
 *
 * @param name what people call it; one word
 * @param globs choose facts
 * @param counts globs that choose facts whose value is a number of things: such a fact is on the list only where it differs
 *     though each column has it, so that what is there or not still counts
 */
public record FactList(String name, List<String> globs, List<String> counts) {

    /** Copies the lists. */
    public FactList {
        globs = List.copyOf(globs);
        counts = List.copyOf(counts);
    }

    /**
     * What changes by itself, on one machine from hour to hour, though nobody changed anything: when it was booted, counters
     * of the kernel, random ids, leases, interfaces of containers, processes that come and go, and how many of a process
     * there are.
     *
     * @return the list {@code volatile}
     */
    public static FactList volatileFacts() {
        return VolatileFacts.LIST;
    }

    /** Chooses by the globs. */
    Predicate<FactName> chosen() {
        return matching(globs);
    }

    /** Chooses by the globs for numbers. */
    Predicate<FactName> counted() {
        return matching(counts);
    }

    private static Predicate<FactName> matching(List<String> globs) {
        List<Glob> all = globs.stream().map(Glob::of).toList();
        return fact -> {
            String name = null;
            for (Glob glob : all) {
                if (fact.top().startsWith(glob.top)) {
                    name = name == null ? fact.toString() : name;
                    if (glob.pattern.matcher(name).matches()) {
                        return true;
                    }
                }
            }
            return false;
        };
    }

    /**
     * A glob.
     *
     * @param top how the top of each fact begins that it chooses: most facts are told apart by that
     */
    private record Glob(String top, Pattern pattern) {

        private static final Pattern NOT_LITERAL = Pattern.compile("[.*?].*", Pattern.DOTALL);

        static Glob of(String glob) {
            StringBuilder regex = new StringBuilder();
            glob.chars().forEach(unit -> regex.append(pattern((char) unit)));
            return new Glob(
                    NOT_LITERAL.matcher(glob).replaceFirst(""), Pattern.compile(regex.toString(), Pattern.DOTALL));
        }

        private static String pattern(char unit) {
            return switch (unit) {
                case '*' -> ".*";
                case '?' -> ".";
                default -> Pattern.quote(String.valueOf(unit));
            };
        }
    }
}
